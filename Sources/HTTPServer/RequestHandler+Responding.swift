import HTTPTypes
import NIOCore
import NIOHTTP1

/// Sends the application's responses.
extension RequestHandler {
    /// Bytes that the system may buffer for a stream whose client is slow. By default, it buffers megabytes.
    private static let streamBuffer: ChannelOptions.Types.SocketOption.Value = 64 << 10

    func respond(to request: IncomingRequest, hasArrived: Bool, _ context: ChannelHandlerContext) {
        phase = .answering(request.head, hasArrived: hasArrived)
        deadline.isServing = true
        if request.isLast || request.excess == .budget { isEnding = true }
        let (loop, peer) = (context.eventLoop, peerAddress(context))
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: loop)
        dispatcher.dispatch(request, peer: peer, client: client, on: context.channel) { outgoing in
            loop.execute { bound.value.handler.send(outgoing, bound.value.context) }
        }
    }

    /// The address of the client, or of the proxy in front of it.
    func peerAddress(_ context: ChannelHandlerContext) -> String {
        if let peer { return peer }
        let address = context.remoteAddress?.ipAddress ?? ""
        peer = address
        return address
    }

    /// Tells the observer of a response that it was handed to the system, or that its client has left.
    private func tell(_ response: Response, bytes: Int) {
        response.observer?.sent(
            Sending(
                isGet: true, status: response.status.code, bytes: bytes,
                nanoseconds: Int((NIODeadline.now() - arrival).nanoseconds)))
    }

    private func send(_ outgoing: Dispatcher.Outgoing, _ context: ChannelHandlerContext) {
        let response = outgoing.response
        guard case .answering(let request, let hasArrived) = phase, context.channel.isActive else {
            return tell(response, bytes: 0)
        }
        // The rest of an upload may be long.
        if !hasArrived, upload != nil { isEnding = true }
        // A GET that is refused for lack of capacity gives up its connection, so that other clients can have
        // it.
        if response.status == .serviceUnavailable, request.method == .GET { isEnding = true }
        if let stream = response.stream {
            let head = dispatcher.head(of: response, to: request, closing: isEnding)
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            tell(response, bytes: 0)
            return begin(stream, context)
        }
        deadline.isServing = false
        socket.write(dispatcher.headBytes(of: response, to: request, closing: isEnding))
        let hasBody = response.content.readableBytes > 0 && request.method != .HEAD
        if hasBody {
            let isSent = outgoing.share.map { share in
                let promise = context.eventLoop.makePromise(of: Void.self)
                promise.futureResult.whenComplete { _ in withExtendedLifetime(share) {} }
                return promise
            }
            socket.write(response.content, promise: isSent)
        }
        socket.flush()
        tell(response, bytes: hasBody ? response.content.readableBytes : 0)
        if isEnding { return closeWhenWritten(context, hasArrived: hasArrived) }
        phase = hasArrived ? .idle : .draining
        goOn(context)
    }

    /// If the server is stopping, closes the connection instead; the browser reconnects automatically.
    private func begin(_ stream: @escaping Response.Stream, _ context: ChannelHandlerContext) {
        guard !isStopping else { return context.close(promise: nil) }
        phase = .streaming
        context.flush()
        try? context.channel.syncOptions?.setOption(.socketOption(.so_sndbuf), value: Self.streamBuffer)
        goOn(context)
        let connection = StreamConnection(context.channel)
        Task(executorPreference: WorkerPool.shared) {
            do { try await stream(connection) } catch { connection.close() }
        }
    }
}
