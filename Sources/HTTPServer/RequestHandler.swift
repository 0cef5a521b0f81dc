import NIOCore
import NIOHTTP1

/// Answers the requests of a connection in order. A ready response is sent immediately, usually by
/// `SocketHandler` before the parser sees the request. The application answers everything else, one request
/// after another.
///
/// The handler also ends its connection: if a request does not arrive in time, if the connection is idle for a
/// long time, and, when the server stops, as soon as the current request is answered.
final class RequestHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    let dispatcher: Dispatcher
    let deadline: RequestDeadline
    let socket: SocketHandler
    var phase = ConnectionPhase.idle
    /// Whether the connection ends with the response to the current request.
    var isEnding = false
    var isStopping = false
    let client = ClientPresence()
    /// The body that the application reads while it arrives.
    var upload: BodyStream.Arrival?
    /// Whether the application has to read parts of the upload before more can arrive.
    var isUploadHeld = false
    /// The address of the client. The system looks it up only once.
    var peer: String?
    /// When the head of the current request arrived.
    var arrival = NIODeadline.now()
    /// Parts that arrived while the application answered the previous request: at most one read of the socket.
    private var queue = CircularBuffer<HTTPServerRequestPart>()
    private var isReadingHeld = false
    var mustFlush = false
    /// The reason why no more input arrives.
    private var inputEnd: InputEnd?

    private enum InputEnd { case closed, unreadable }

    init(dispatcher: Dispatcher, socket: SocketHandler, requestTime: TimeAmount) {
        self.dispatcher = dispatcher
        self.socket = socket
        deadline = RequestDeadline(requestTime)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        dispatcher.connections.opened()
        if context.channel.isActive { deadline.watch(context) }
    }

    func channelActive(context: ChannelHandlerContext) { deadline.watch(context) }

    func channelInactive(context: ChannelHandlerContext) {
        client.leave()
        endUpload { $0.cut() }
        deadline.end()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        dispatcher.connections.closed()
        deadline.end()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        if phase.isBusy || !queue.isEmpty { queue.append(part) } else { take(part, context) }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        flush()
        deadline.arrange(context)
    }

    /// Stops reading while parts are queued or the client does not accept its responses. Reading stays on while the
    /// application answers: most clients send nothing then, and switching it off and on would cost two system
    /// calls.
    func read(context: ChannelHandlerContext) {
        if !queue.isEmpty || isUploadHeld || !context.channel.isWritable {
            isReadingHeld = true
        } else {
            context.read()
        }
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

    /// Takes queued parts as long as they can be answered now and the client accepts responses.
    func goOn(_ context: ChannelHandlerContext) {
        while !phase.isBusy, context.channel.isWritable, let part = queue.popFirst() { take(part, context) }
        flush()
        guard !phase.isBusy, queue.isEmpty, !isUploadHeld, context.channel.isWritable else { return }
        if let inputEnd { return answerLast(inputEnd, context) }
        guard isReadingHeld else { return }
        isReadingHeld = false
        context.read()
    }

    private func end(input: InputEnd, _ context: ChannelHandlerContext) {
        guard inputEnd == nil else { return }
        client.leave()
        endUpload { $0.cut() }
        inputEnd = input
        if !phase.isBusy, queue.isEmpty { answerLast(input, context) }
    }

    /// Closes the connection at the end of the input. Unreadable input is first answered with status 400, after the
    /// requests before it.
    private func answerLast(_ end: InputEnd, _ context: ChannelHandlerContext) {
        switch phase {
        case .answering: return isEnding = true
        case .streaming: return context.close(promise: nil)
        case .draining, .ending: break
        case .idle, .ready, .arriving:
            if end == .unreadable { return answerBadRequest(context, hasArrived: true) }
        }
        closeWhenWritten(context)
    }
}

extension RequestHandler {
    /// Whether no request is arriving, being answered or queued.
    var isIdle: Bool { if case .idle = phase { queue.isEmpty && inputEnd == nil } else { false } }

    private func take(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
        switch (part, phase) {
        case (_, .ending): break
        case (.head(let head), .idle): begin(head, context)
        case (.head, _): context.close(promise: nil)
        case (.body(let bytes), .arriving(var request)):
            phase = .idle
            request.take(bytes)
            phase = .arriving(request)
            if request.excess != nil { respond(to: request, hasArrived: false, context) }
        case (.body(let bytes), .answering) where upload != nil: take(bytes)
        case (.body, _): break
        case (.end, _): end(context)
        }
    }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        deadline.begin()
        arrival = .now()
        // A target is ASCII (RFC 9112, section 3.2). Looking up anything else could be expensive.
        guard head.uri.utf8.allSatisfy({ $0 < 0x80 }) else { return answerBadRequest(context, hasArrived: false) }
        if var plain = PlainRequest(head) {
            if dispatcher.application.wantsDetails {
                plain.details = RequestDetails(fields: head.headers.map { ($0, $1) }, peer: peerAddress(context))
            }
            if let ready = dispatcher.application.readyResponse(to: plain) { return phase = .ready(ready) }
        }
        guard head.namesItsHost else { return answerBadRequest(context, hasArrived: false) }
        let request = IncomingRequest(head: head, for: dispatcher.application, budget: dispatcher.bodies)
        if request.expectsContinue { answerExpectation(of: request, context) } else { receive(request, context) }
    }

    private func end(_ context: ChannelHandlerContext) {
        deadline.complete()
        endUpload { $0.end() }
        switch phase {
        case .ready(let ready):
            phase = .idle
            send(ready)
            _ = tell(ready, since: arrival)
            if isEnding { closeWhenWritten(context) }
        case .arriving(let request): respond(to: request, hasArrived: true, context)
        case .answering(let head, _): phase = .answering(head, hasArrived: true)
        case .draining: phase = .idle
        case .idle, .streaming, .ending: break
        }
    }

    private func flush() {
        guard mustFlush else { return }
        mustFlush = false
        socket.flush()
    }
}
