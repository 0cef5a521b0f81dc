import NIOCore
import NIOHTTP1

/// Stands where requests have been read. What is kept is answered here and at once; everything else is handed to the site, one request
/// after the other, so that answers go out in the order of their requests.
///
/// It also ends connections: those on which a request does not arrive in time, whether bytes trickle or not, those that are idle for
/// long, and, when the server stops, all as soon as they are answered.
final class RequestGate: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let pages: ReadyPages
    private let counter: Counter
    private let date: DateLine
    private let wire: WireEnd
    private let deadline: RequestDeadline
    private var phase = ConnectionPhase.idle
    /// What arrived while the site was at work on the request before it; no more than one reading of the socket.
    private var queue = CircularBuffer<HTTPServerRequestPart>()
    private var isReadingHeld = false
    private var mustFlush = false
    /// Whether the connection ends with the answer that is on its way.
    private var isEnding = false

    init(pages: ReadyPages, counter: Counter, date: DateLine, wire: WireEnd, time: TimeAmount) {
        self.pages = pages
        self.counter = counter
        self.date = date
        self.wire = wire
        deadline = RequestDeadline(time)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { deadline.watch(context) }
    }

    func channelActive(context: ChannelHandlerContext) { deadline.watch(context) }

    func channelInactive(context: ChannelHandlerContext) { deadline.end() }

    func handlerRemoved(context: ChannelHandlerContext) { deadline.end() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        if case .asked(_, hasArrived: true) = phase { return queue.append(part) }
        take(part, context)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        flush()
        deadline.arrange(context)
    }

    /// While the site is at work, no more is read than what came with its request.
    func read(context: ChannelHandlerContext) {
        if case .asked(_, hasArrived: true) = phase {
            isReadingHeld = true
        } else {
            context.read()
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent: endWhenAnswered(context)
        case ChannelEvent.inputClosed:
            // What is still missing of a request will not come any more.
            if case .asked = phase { isEnding = true } else { context.close(promise: nil) }
        default: break
        }
    }

    /// What cannot be read as HTTP is answered and ends the connection.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if case .asked = phase { return isEnding = true }
        if phase.isUnanswered, error is HTTPParserError {
            let fields: HTTPHeaders = ["Connection": "close", "Content-Length": "0"]
            let head = HTTPResponseHead(version: .http1_1, status: .badRequest, headers: fields)
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
        context.close(promise: nil)
    }

    private func endWhenAnswered(_ context: ChannelHandlerContext) {
        switch phase {
        case .ready, .arriving, .asked: isEnding = true
        case .idle, .draining, .streaming: context.close(promise: nil)
        }
    }
}

extension RequestGate {
    private func take(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
        switch (part, phase) {
        case (.head(let head), .idle): begin(head)
        case (.head, _): context.close(promise: nil)
        case (.body(let bytes), .arriving(var request)):
            phase = .idle
            request.take(bytes)
            phase = .arriving(request)
            if request.isTooLong { ask(request, hasArrived: false, context) }
        case (.body, _): break
        case (.end, _): end(context)
        }
    }

    private func begin(_ head: HTTPRequestHead) {
        deadline.begin()
        if let ready = pages.answer(to: head) {
            phase = .ready(ready)
        } else {
            phase = .arriving(ArrivedRequest(head: head, limit: counter.bodyLimit(head)))
        }
    }

    private func end(_ context: ChannelHandlerContext) {
        deadline.complete()
        switch phase {
        case .ready(let ready):
            phase = .idle
            send(ready, context)
        case .arriving(let request): ask(request, hasArrived: true, context)
        case .asked(let head, _): phase = .asked(head, hasArrived: true)
        case .draining: phase = .idle
        case .idle, .streaming: break
        }
    }

    private func ask(_ request: ArrivedRequest, hasArrived: Bool, _ context: ChannelHandlerContext) {
        phase = .asked(request.head, hasArrived: hasArrived)
        deadline.isServing = true
        if !request.head.isKeepAlive { isEnding = true }
        let context = NIOLoopBound(context, eventLoop: context.eventLoop)
        let (gate, loop) = (NIOLoopBound(self, eventLoop: context.eventLoop), context.eventLoop)
        counter.hand(request, peer: context.value.remoteAddress?.ipAddress ?? "") { answer in
            loop.execute { gate.value.send(answer, context.value) }
        }
    }

    private func send(_ answer: Answer, _ context: ChannelHandlerContext) {
        guard case .asked(let request, let hasArrived) = phase, context.channel.isActive else { return }
        let head = counter.head(of: answer, to: request, closing: isEnding)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if let stream = answer.stream { return begin(stream, context) }
        deadline.isServing = false
        if answer.content.readableBytes > 0, request.method != .HEAD {
            context.write(wrapOutboundOut(.body(.byteBuffer(answer.content))), promise: nil)
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        if isEnding { return context.close(promise: nil) }
        phase = hasArrived ? .idle : .draining
        goOn(context)
    }

    /// Takes what arrived meanwhile, as far as it can be answered now.
    private func goOn(_ context: ChannelHandlerContext) {
        while let part = queue.first {
            if case .asked(_, hasArrived: true) = phase { return }
            queue.removeFirst()
            take(part, context)
        }
        flush()
        guard isReadingHeld else { return }
        isReadingHeld = false
        context.read()
    }

    private func begin(_ stream: LiveStream, _ context: ChannelHandlerContext) {
        phase = .streaming
        context.flush()
        if isReadingHeld { context.read() }
        let connection = context.channel
        Task(executorPreference: ReadingRoom.shared) {
            do { try await stream.begin(on: connection) } catch { connection.close(promise: nil) }
        }
    }

    private func send(_ answer: ReadyPages.Ready, _ context: ChannelHandlerContext) {
        wire.write(answer.head)
        wire.write(date.bytes)
        if let body = answer.body { wire.write(body) }
        mustFlush = true
        guard isEnding else { return }
        flush()
        context.close(promise: nil)
    }

    private func flush() {
        guard mustFlush else { return }
        mustFlush = false
        wire.flush()
    }
}
