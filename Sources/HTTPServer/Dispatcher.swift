import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1

/// Passes requests to the application, on a suitable thread, and returns the responses.
struct Dispatcher: Sendable {
    let application: any Application
    let bodies = BodyBudget()
    let responses = ResponseBudget()
    let date: DateLine
    let connections: ConnectionCount

    init(
        _ application: any Application, connections: ConnectionCount = ConnectionCount(),
        now: @escaping @Sendable () -> Date
    ) {
        self.application = application
        self.connections = connections
        date = DateLine(now: now)
    }

    /// A response with its share of the response budget, which is returned once the response is sent.
    struct Outgoing: Sendable {
        let response: Response
        let share: ResponseBudget.Share?
    }

    /// Lets a worker answer the request, or the connection's thread if that takes only a moment. `reply` is
    /// called on the thread that answers.
    func dispatch(
        _ incoming: IncomingRequest, peer: String, client: ClientPresence, on connection: any Channel,
        reply: @escaping @Sendable (Outgoing) -> Void
    ) {
        let executor: any TaskExecutor =
            incoming.isBrief ? EventLoopExecutor(connection.eventLoop) : WorkerPool.shared
        Task(executorPreference: executor) {
            guard let head = incoming.request else {
                application.refusedInput(from: peer)
                return reply(.badRequest)
            }
            let request = Request(head: head, peer: peer, client: client, body: incoming.content)
            reply(budgeted(await application.respond(to: request), to: request, on: connection))
        }
    }

    /// The response, or a short one in its place if the budget has no room for it.
    private func budgeted(_ response: Response, to request: Request, on connection: any Channel) -> Outgoing {
        let length = response.content.readableBytes
        guard length > ResponseBudget.free, !response.isShared, request.head.method != .head else {
            return Outgoing(response: response, share: nil)
        }
        if let share = responses.share(length, to: connection) { return Outgoing(response: response, share: share) }
        var short = application.responseOverBudget(to: request)
        short.observer = response.observer
        if let identifier = response.fields[.requestID] { short.fields[.requestID] = identifier }
        return Outgoing(response: short, share: nil)
    }

    /// The head of a stream.
    func head(of response: Response, to request: HTTPRequestHead, closing: Bool) -> HTTPResponseHead {
        var head = HTTPResponseHead(version: request.version, status: .init(statusCode: response.status.code))
        for field in response.fields { head.headers.add(name: field.name.rawName, value: field.value) }
        head.headers.add(name: "Date", value: date.now().httpDate)
        if let word = request.connection(closing: closing) { head.headers.add(name: "Connection", value: word) }
        return head
    }

    /// The head of any other response, as bytes (RFC 9112, sections 4 and 5).
    func headBytes(of response: Response, to request: HTTPRequestHead, closing: Bool) -> ByteBuffer {
        var bytes = ByteBufferAllocator().buffer(capacity: 1_024)
        bytes.writeString("HTTP/\(request.version.major).\(request.version.minor) \(response.status.code) ")
        bytes.writeString(response.status.reasonPhrase)
        bytes.writeStaticString("\r\n")
        for field in response.fields { bytes.writeField(field.name.rawName, field.value) }
        if let word = request.connection(closing: closing) { bytes.writeField("Connection", word) }
        if response.status != .notModified {
            bytes.writeField("Content-Length", String(response.content.readableBytes))
        }
        bytes.writeImmutableBuffer(date.bytes)
        return bytes
    }
}

extension Dispatcher.Outgoing {
    fileprivate static let badRequest = Self(
        response: Response(.badRequest, fields: [.contentType: "text/plain; charset=utf-8"]), share: nil)
}

extension HTTPField.Name {
    /// Names the request in the log.
    fileprivate static let requestID = HTTPField.Name("X-Request-Id") ?? .server
}

extension HTTPRequestHead {
    /// The value of `Connection`; `nil` if the version of the request implies it.
    fileprivate func connection(closing: Bool) -> String? {
        closing ? "close" : version == .http1_1 ? nil : "keep-alive"
    }
}

extension ByteBuffer {
    /// Adds a field line (RFC 9112, section 5). Values in `HTTPFields` contain no line end.
    fileprivate mutating func writeField(_ name: String, _ value: String) {
        writeString(name)
        writeStaticString(": ")
        writeString(value)
        writeStaticString("\r\n")
    }
}
