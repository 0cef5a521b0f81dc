import NIOCore

/// Ends connections.
extension RequestHandler {
    /// Closes the connection once the system has sent everything that was written. If more of a request may
    /// still arrive, closes only our side, because unread bytes would make the system discard the response in
    /// transit.
    func closeWhenWritten(_ context: ChannelHandlerContext, hasArrived: Bool = true) {
        phase = .ending
        let mode = hasArrived ? CloseMode.all : .output
        socket.flush()
        guard let waiting = try? context.channel.syncOptions?.getOption(.bufferedWritableBytes), waiting > 0 else {
            return context.close(mode: mode, promise: nil)
        }
        let isWritten = context.eventLoop.makePromise(of: Void.self)
        isWritten.futureResult.assumeIsolated().whenComplete { _ in context.close(mode: mode, promise: nil) }
        socket.write(ByteBuffer(), promise: isWritten)
        socket.flush()
    }

    /// Ends the connection after its current request. A client that does not accept the last response within
    /// the time for a request is disconnected, so that the server does not wait for it.
    func stop(_ context: ChannelHandlerContext) {
        isStopping = true
        let channel = context.channel
        context.eventLoop.scheduleTask(in: deadline.time) { channel.close(promise: nil) }
        switch phase {
        case .ready, .arriving, .answering: isEnding = true
        case .streaming: context.close(promise: nil)
        case .idle, .draining: closeWhenWritten(context)
        case .ending: break
        }
    }
}
