import Foundation
import HTTPServer
import HTTPTypes
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization
import Testing

@Suite("Uploads over real connections", .timeLimit(.minutes(5)))
struct UploadConnectionTests {
    private static let length = 50 << 20

    /// Serves an application while the body runs.
    private func served<T: Sendable>(
        _ application: some Application, _ body: @escaping @Sendable (_ port: Int) async throws -> T
    ) async throws -> T {
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let configuration = Server.Configuration(
            host: "127.0.0.1", port: 0, requestTime: .seconds(600), now: { Date() })
        let server = Server(application, configuration) { port.yield($0) }
        let group = ServiceGroup(services: [server], logger: Logger(label: "test"))
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var iterator = ports.makeAsyncIterator()
            guard let number = await iterator.next() else { throw BareSocket.Fault() }
            let result = try await body(number)
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return result
        }
    }

    private static func head(_ length: Int) -> String {
        "POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: \(length)\r\n\r\n"
    }

    @Test("A sender blocks while the application waits, and all arrives once it reads")
    func blocked() async throws {
        let application = WaitingApplication()
        let (sent, heard) = try await served(application) { port in
            let socket = try await onAThread { try BareSocket(port: port) }
            let first = try await onAThread {
                socket.send(Self.head(Self.length))
                return socket.push(Self.length)
            }
            application.read()
            let heard = try await onAThread {
                socket.send([UInt8](repeating: 97, count: Self.length - first))
                return socket.listen(until: "\(Self.length)")
            }
            return (first, heard)
        }
        // The buffers of the system for both ends, and half a megabyte of the server.
        #expect(sent < 25 << 20, "\(sent)")
        #expect(heard.hasPrefix("HTTP/1.1 200") && heard.hasSuffix("\r\n\r\n\(Self.length)"))
    }

    @Test("A client that is answered before it has sent everything can read the response to the end")
    func early() async throws {
        let page = String(repeating: "x", count: 300_000)
        let heard = try await served(RefusingApplication(page: page)) { port in
            try await onAThread {
                let socket = try BareSocket(port: port)
                let sending = Thread {
                    socket.send(Self.head(Self.length))
                    for _ in 1...50 { socket.send([UInt8](repeating: 97, count: 1 << 20)) }
                }
                sending.start()
                return socket.listen()
            }
        }
        #expect(heard.text.hasPrefix("HTTP/1.1 403") && heard.text.contains("Connection: close"))
        #expect(heard.text.hasSuffix(page) && heard.isClosed)
    }
}

/// Counts the bytes of uploads, but only from a moment on.
private final class WaitingApplication: Application {
    private let (moment, begin) = AsyncStream.makeStream(of: Void.self)

    func read() { begin.finish() }

    func readyResponse(to request: PlainRequest) -> ReadyResponse? { nil }

    func traits(of head: HTTPRequest) -> RequestTraits { RequestTraits(bodyLimit: .max, streamsBody: true) }

    func respond(to request: Request) async -> Response {
        for await _ in moment {}
        guard case .stream(let body) = request.body else { return Response(.badRequest) }
        var count = 0
        do { for try await part in body { count += part.readableBytes } } catch { return Response(.badRequest) }
        return Response(.ok, content: ByteBuffer(string: "\(count)"))
    }

    func responseOverBudget(to request: Request) -> Response { Response(.serviceUnavailable) }
}

/// Answers an upload without reading it.
private struct RefusingApplication: Application {
    let page: String

    func readyResponse(to request: PlainRequest) -> ReadyResponse? { nil }

    func traits(of head: HTTPRequest) -> RequestTraits { RequestTraits(bodyLimit: .max, streamsBody: true) }

    func respond(to request: Request) async -> Response { Response(.forbidden, content: ByteBuffer(string: page)) }

    func responseOverBudget(to request: Request) -> Response { Response(.serviceUnavailable) }
}
