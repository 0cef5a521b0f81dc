import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Synchronization

/// Over HTTP. The one place where the program asks another one for an address: the store that the operator has named, and no other,
/// because it follows no redirection and no proxy.
final class HTTPTransport: Transport {
    private let scheme: String
    /// Made when something is asked for the first time: a program that asks for nothing does not pay for it.
    private let client = Mutex<HTTPClient?>(nil)

    init(scheme: String) { self.scheme = scheme }

    deinit {
        // It would rather stop the program than end without being told to.
        client.withLock { $0 }?.shutdown { _ in }
    }

    func send(_ request: BucketRequest, limit: Int, within time: Duration) async throws -> BucketReply {
        let query = request.canonicalQuery
        var sent = HTTPClientRequest(
            url: "\(scheme)://\(request.host)\(request.path)\(query.isEmpty ? "" : "?" + query)")
        sent.method = HTTPMethod(rawValue: request.method)
        sent.headers = HTTPHeaders(request.fields.map { ($0.name, $0.value) })
        if request.method == "PUT" { sent.body = .bytes(ByteBuffer(bytes: request.body)) }
        do {
            let answer = try await opened().execute(sent, timeout: TimeAmount(time))
            let body = try await answer.body.collect(upTo: limit)
            let fields = answer.headers.map { ($0.name.lowercased(), $0.value) }
            return BucketReply(
                status: Int(answer.status.code), fields: Dictionary(fields) { $1 }, body: Array(body.readableBytesView))
        } catch is NIOTooManyBytesError {
            throw BucketFault.unexpected("more than \(limit) bytes")
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw BucketFault.unreachable("\(error)")
        }
    }

    private func opened() -> HTTPClient {
        client.withLock { client in
            let opened = client ?? HTTPClient(eventLoopGroupProvider: .singleton, configuration: Self.configuration)
            client = opened
            return opened
        }
    }

    private static var configuration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: .seconds(3), read: .seconds(5)))
        configuration.httpVersion = .http1Only
        // One who tries again does so by our own patience.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 8
        return configuration
    }
}
