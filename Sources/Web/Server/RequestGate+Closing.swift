import NIOCore

/// How a connection ends.
extension RequestGate {
    /// Closes the connection once everything that was written is with the other side's system. Where more of a request would still
    /// come, only our side is closed, so that what comes does not wipe out the answer on its way.
    func closeWhenWritten(_ context: ChannelHandlerContext, hasArrived: Bool = true) {
        phase = .ending
        let mode = hasArrived ? CloseMode.all : .output
        wire.flush()
        guard let waiting = try? context.channel.syncOptions?.getOption(.bufferedWritableBytes), waiting > 0 else {
            return context.close(mode: mode, promise: nil)
        }
        let isWritten = context.eventLoop.makePromise(of: Void.self)
        isWritten.futureResult.assumeIsolated().whenComplete { _ in context.close(mode: mode, promise: nil) }
        wire.write(ByteBuffer(), promise: isWritten)
        wire.flush()
    }

    /// Who does not take in the last answer in the time that a request may take is left: the server does not wait for them.
    func stop(_ context: ChannelHandlerContext) {
        isStopping = true
        let channel = context.channel
        context.eventLoop.scheduleTask(in: deadline.time) { channel.close(promise: nil) }
        switch phase {
        case .ready, .arriving, .asked: isEnding = true
        case .streaming: context.close(promise: nil)
        case .idle, .draining: closeWhenWritten(context)
        case .ending: break
        }
    }
}
