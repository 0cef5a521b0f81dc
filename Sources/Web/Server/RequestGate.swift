import NIOCore
import NIOHTTP1

/// Stands where requests have been read. What is kept is answered at once, most of it through here by `WireEnd`, before the parser;
/// everything else is handed to the site, one request after the other, so that answers go out in the order of their requests.
///
/// It also ends connections: those on which a request does not arrive in time, whether bytes trickle or not, those that are idle for
/// long, and, when the server stops, all as soon as they are answered.
final class RequestGate: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    let counter: Counter
    let deadline: RequestDeadline
    let wire: WireEnd
    var phase = ConnectionPhase.idle
    /// Whether the connection ends with the answer to the request at hand.
    var isEnding = false
    var isStopping = false
    let client = ClientPresence()
    /// The address of the other end, once it was needed: the system is asked once a connection.
    var peer: String?
    private let pages: ReadyPages
    /// What arrived while the site was at work on the request before it; no more than one reading of the socket.
    private var queue = CircularBuffer<HTTPServerRequestPart>()
    private var isReadingHeld = false
    private var mustFlush = false
    /// Why nothing comes after what has arrived.
    private var inputEnd: InputEnd?

    private enum InputEnd { case closed, unreadable }

    init(pages: ReadyPages, counter: Counter, wire: WireEnd, time: TimeAmount) {
        self.pages = pages
        self.counter = counter
        self.wire = wire
        deadline = RequestDeadline(time)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { deadline.watch(context) }
    }

    func channelActive(context: ChannelHandlerContext) { deadline.watch(context) }

    func channelInactive(context: ChannelHandlerContext) {
        client.leave()
        deadline.end()
    }

    func handlerRemoved(context: ChannelHandlerContext) { deadline.end() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        if phase.isBusy || !queue.isEmpty { queue.append(part) } else { take(part, context) }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        flush()
        deadline.arrange(context)
    }

    /// While the site is at work, or the other side does not take in what was answered, no more is read than what comes at once. Most
    /// send nothing until they are answered: for them it is not worth telling the system so, and then the contrary.
    func read(context: ChannelHandlerContext) {
        if !queue.isEmpty || !context.channel.isWritable { isReadingHeld = true } else { context.read() }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable { goOn(context) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent: stop(context)
        case ChannelEvent.inputClosed: end(input: .closed, context)
        default: break
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if error is HTTPParserError { end(input: .unreadable, context) } else { context.close(promise: nil) }
    }

    /// Takes what arrived meanwhile, as far as it can be answered now and the other side takes it in.
    func goOn(_ context: ChannelHandlerContext) {
        while !phase.isBusy, context.channel.isWritable, let part = queue.popFirst() { take(part, context) }
        flush()
        guard !phase.isBusy, queue.isEmpty, context.channel.isWritable else { return }
        if let inputEnd { return answerLast(inputEnd, context) }
        guard isReadingHeld else { return }
        isReadingHeld = false
        context.read()
    }

    private func end(input: InputEnd, _ context: ChannelHandlerContext) {
        guard inputEnd == nil else { return }
        client.leave()
        inputEnd = input
        if !phase.isBusy, queue.isEmpty { answerLast(input, context) }
    }

    /// What cannot be read as HTTP is answered in its turn, and ends the connection, as does the end of what the other side says.
    private func answerLast(_ end: InputEnd, _ context: ChannelHandlerContext) {
        switch phase {
        case .asked: return isEnding = true
        case .streaming: return context.close(promise: nil)
        case .draining, .ending: break
        case .idle, .ready, .arriving:
            if end == .unreadable { return refuse(context, hasArrived: true) }
        }
        closeWhenWritten(context)
    }
}

extension RequestGate {
    /// Whether nothing is being dealt with, and nothing waits.
    var isIdle: Bool { if case .idle = phase { queue.isEmpty && inputEnd == nil } else { false } }

    /// Answers a request that has arrived wholly while nothing else was being dealt with.
    func answer(_ ready: ReadyPages.Ready) {
        deadline.complete()
        send(ready)
    }

    private func take(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
        switch (part, phase) {
        case (_, .ending): break
        case (.head(let head), .idle): begin(head, context)
        case (.head, _): context.close(promise: nil)
        case (.body(let bytes), .arriving(var request)):
            phase = .idle
            request.take(bytes)
            phase = .arriving(request)
            if request.excess != nil { ask(request, hasArrived: false, context) }
        case (.body, _): break
        case (.end, _): end(context)
        }
    }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        deadline.begin()
        // A target is ASCII (RFC 9112, section 3.2); anything else is no key worth the cost of looking it up.
        guard head.uri.utf8.allSatisfy({ $0 < 0x80 }) else { return refuse(context, hasArrived: false) }
        if let ready = PlainRequest(head).flatMap(pages.answer) { return phase = .ready(ready) }
        guard head.namesItsHost else { return refuse(context, hasArrived: false) }
        let request = ArrivedRequest(head: head, row: counter.row(for: head), room: counter.bodies)
        if request.isSenderWaiting { tellSender(of: request, context) } else { phase = .arriving(request) }
    }

    private func end(_ context: ChannelHandlerContext) {
        deadline.complete()
        switch phase {
        case .ready(let ready):
            phase = .idle
            send(ready)
            if isEnding { closeWhenWritten(context) }
        case .arriving(let request): ask(request, hasArrived: true, context)
        case .asked(let head, _): phase = .asked(head, hasArrived: true)
        case .draining: phase = .idle
        case .idle, .streaming, .ending: break
        }
    }

    private func send(_ answer: ReadyPages.Ready) {
        mustFlush = true
        let (date, body) = (counter.date.bytesOfKeptPage, answer.body)
        // What must wait for the other side takes no memory of its own: its parts are shared.
        guard wire.isClear else {
            for part in [answer.head, date, body].compactMap(\.self) { wire.write(part) }
            return
        }
        var head = answer.head
        head.writeImmutableBuffer(date)
        if let file = answer.file { return wire.write(head, file) }
        wire.write(head)
        if let body { wire.write(body) }
    }

    private func flush() {
        guard mustFlush else { return }
        mustFlush = false
        wire.flush()
    }
}
