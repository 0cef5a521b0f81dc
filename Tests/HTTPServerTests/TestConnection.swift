import Foundation
import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Synchronization

@testable import HTTPServer

/// An application that passes each request to the test, which answers it.
final class AskingApplication: Application {
    /// A request that waits for its response.
    struct Arrival: Sendable {
        let request: Request
        fileprivate let reply: CheckedContinuation<Response, Never>

        /// The parts of an upload; `nil` for any other body.
        var body: BodyStream.AsyncIterator? {
            if case .stream(let body) = request.body { body.makeAsyncIterator() } else { nil }
        }

        func answer(_ text: String, status: HTTPResponse.Status = .ok) {
            reply.resume(returning: Response(status, content: ByteBuffer(string: text)))
        }
    }

    /// The longest upload, in bytes.
    static let limit = 1 << 20

    let arrivals: AsyncStream<Arrival>
    private let arriving: AsyncStream<Arrival>.Continuation

    init() { (arrivals, arriving) = AsyncStream.makeStream() }

    func readyResponse(to request: PlainRequest) -> ReadyResponse? { nil }

    func traits(of head: HTTPRequest) -> RequestTraits {
        head.path == "/upload" ? RequestTraits(bodyLimit: Self.limit, streamsBody: true) : RequestTraits()
    }

    func respond(to request: Request) async -> Response {
        await withCheckedContinuation { arriving.yield(Arrival(request: request, reply: $0)) }
    }

    func responseOverBudget(to request: Request) -> Response { Response(.serviceUnavailable) }
}

/// A connection without a network, whose time the test sets.
final class TestConnection: Sendable {
    /// How long a request may take to arrive, in seconds.
    static let time: Int64 = 10

    private let channel = NIOAsyncTestingChannel()
    private let application = AskingApplication()
    private let wanted = Atomic(0)

    init() async throws {
        let (channel, application) = (channel, application)
        try await channel.testingEventLoop.executeInContext { [self] in
            let socket = SocketHandler(application: application)
            let handler = RequestHandler(
                dispatcher: Dispatcher(application, now: { Date(timeIntervalSince1970: 0) }), socket: socket,
                requestTime: .seconds(Self.time))
            socket.hand(to: handler)
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandler(Ear { self.wanted.add(1, ordering: .relaxed) })
            try pipeline.addHandler(socket)
            try pipeline.configureHTTPServerPipeline(
                withPipeliningAssistance: false, withErrorHandling: false, withOutboundHeaderValidation: false)
            try pipeline.addHandler(handler)
        }
        try await channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).get()
    }

    var isOpen: Bool { channel.isActive }

    func send(_ text: String) async throws { try await channel.writeInbound(ByteBuffer(string: text)) }

    func send(bytes count: Int) async throws { try await channel.writeInbound(ByteBuffer(repeating: 97, count: count)) }

    /// The next request that the application has to answer.
    func arrival() async throws -> AskingApplication.Arrival {
        for await arrival in application.arrivals { return arrival }
        throw ChannelError.ioOnClosedChannel
    }

    /// Reads responses until they contain a text.
    func heard(_ end: String) async throws -> String {
        var heard = ""
        while !heard.contains(end) {
            heard += String(buffer: try await channel.waitForOutboundWrite(as: ByteBuffer.self))
        }
        return heard
    }

    /// Whether the server reads from the connection when the system asks it to. After that, it has seen everything
    /// that other threads have told it.
    func isRead() async throws -> Bool {
        try await channel.testingEventLoop.executeInContext { [self] in
            let before = wanted.load(ordering: .relaxed)
            channel.pipeline.syncOperations.read()
            return wanted.load(ordering: .relaxed) > before
        }
    }

    func pass(seconds: Int64) async { await channel.testingEventLoop.advanceTime(by: .seconds(seconds)) }

    /// The client sends nothing more.
    func finish() async throws {
        try await channel.testingEventLoop.executeInContext { [channel] in
            channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        }
    }

    /// The connection is lost.
    func cut() async throws { try await channel.close().get() }

    /// The server stops.
    func stop() async throws {
        try await channel.testingEventLoop.executeInContext { [channel] in
            channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        }
    }

    func closed() async throws { try await channel.closeFuture.get() }
}

/// Counts the reads, and passes bytes on in a form that another thread may have.
private final class Ear: ChannelOutboundHandler {
    typealias OutboundIn = IOData
    typealias OutboundOut = ByteBuffer

    private let count: () -> Void

    init(_ count: @escaping () -> Void) { self.count = count }

    func read(context: ChannelHandlerContext) {
        count()
        context.read()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .byteBuffer(let bytes) = unwrapOutboundIn(data) else { return promise?.succeed() ?? () }
        context.write(wrapOutboundOut(bytes), promise: promise)
    }
}
