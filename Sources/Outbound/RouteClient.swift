import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// An HTTP client for one route. Only this file uses the HTTP library.
///
/// The library looks up host names itself, and the lookup cannot be replaced. But `dnsOverride` maps a name
/// to an address for all requests of one client. TLS still verifies the name, and `Host` still contains it.
/// So each pinned address needs its own client.
final class RouteClient: Sendable {
    private let client: HTTPClient

    init(_ route: Route) {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: .seconds(3), read: .seconds(5)))
        configuration.httpVersion = .http1Only
        // The caller decides whether to try again.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 8
        if case .pinned(let name, let address) = route { configuration.dnsOverride = [name: "\(address)"] }
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    deinit {
        // The library stops the process if a client is released without this call.
        client.shutdown { _ in }
    }

    /// Sends a request and reads the whole response. Does not follow redirects. Throws `notConnected` only if
    /// nothing was sent.
    func exchange(
        _ request: OutboundRequest, with destination: Destination, limits: RequestLimits
    ) async throws -> OutboundResponse {
        var sent = HTTPClientRequest(url: destination.address)
        sent.method = HTTPMethod(rawValue: request.method)
        sent.headers = HTTPHeaders(request.fields.map { ($0.name, $0.value) })
        if !request.body.isEmpty || ["PUT", "POST"].contains(request.method) {
            sent.body = .bytes(ByteBuffer(bytes: request.body))
        }
        do {
            // The library's deadline covers only the head of the response. `GuardedClient` limits the total
            // time.
            let answer = try await client.execute(sent, timeout: TimeAmount(limits.time))
            let body = try await Self.body(of: answer, limits)
            let fields = answer.headers.map { ($0.name.lowercased(), $0.value) }
            return OutboundResponse(
                status: Int(answer.status.code), fields: Dictionary(fields) { "\($0), \($1)" }, body: body)
        } catch is NIOTooManyBytesError {
            throw OutboundFault.tooLarge(limit: limits.bodyBytes)
        } catch let error as HTTPClientError where error == .deadlineExceeded {
            throw OutboundFault.timedOut
        } catch {
            if Task.isCancelled { throw CancellationError() }
            throw Self.isBeforeConnection(error) ? OutboundFault.notConnected("\(error)") : .interrupted("\(error)")
        }
    }

    private static func body(of answer: HTTPClientResponse, _ limits: RequestLimits) async throws -> [UInt8] {
        guard limits.cutsBody else {
            return Array(try await answer.body.collect(upTo: limits.bodyBytes).readableBytesView)
        }
        var body: [UInt8] = []
        // If the loop ends early, the library closes the connection.
        for try await part in answer.body {
            body += part.readableBytesView.prefix(limits.bodyBytes - body.count)
            if body.count == limits.bodyBytes { break }
        }
        return body
    }

    private static func isBeforeConnection(_ error: any Error) -> Bool {
        let refusals = [ECONNREFUSED, ENETUNREACH, EHOSTUNREACH, EADDRNOTAVAIL, EAFNOSUPPORT]
        return switch error {
        case let error as IOError: refusals.contains(error.errnoCode)
        case let error as HTTPClientError: error == .connectTimeout
        default: error is NIOConnectionError
        }
    }
}
