import HTTPTypes
import NIOCore
import NIOHTTP1

/// What the site answers.
extension RequestGate {
    func ask(_ request: ArrivedRequest, hasArrived: Bool, _ context: ChannelHandlerContext) {
        phase = .asked(request.head, hasArrived: hasArrived)
        deadline.isServing = true
        if request.isLast { isEnding = true }
        let (loop, peer) = (context.eventLoop, peer ?? context.remoteAddress?.ipAddress ?? "")
        self.peer = peer
        let bound = NIOLoopBound((gate: self, context: context), eventLoop: loop)
        counter.hand(request, peer: peer, on: loop) { answer in
            loop.execute { bound.value.gate.send(answer, bound.value.context) }
        }
    }

    private func send(_ answer: Answer, _ context: ChannelHandlerContext) {
        guard case .asked(let request, let hasArrived) = phase, context.channel.isActive else { return }
        // Who is turned away for want of room leaves the connection to others.
        if answer.status == .serviceUnavailable { isEnding = true }
        let head = counter.head(of: answer, to: request, closing: isEnding)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if let stream = answer.stream { return begin(stream, context) }
        deadline.isServing = false
        if answer.content.readableBytes > 0, request.method != .HEAD {
            context.write(wrapOutboundOut(.body(.byteBuffer(answer.content))), promise: nil)
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        if isEnding { return closeWhenWritten(context, hasArrived: hasArrived) }
        phase = hasArrived ? .idle : .draining
        goOn(context)
    }

    /// Where the server is stopping, a stream ends before it has begun: the browser comes back by itself.
    private func begin(_ stream: LiveStream, _ context: ChannelHandlerContext) {
        guard !isStopping else { return context.close(promise: nil) }
        phase = .streaming
        context.flush()
        goOn(context)
        let connection = context.channel
        Task(executorPreference: ReadingRoom.shared) {
            do { try await stream.begin(on: connection) } catch { connection.close(promise: nil) }
        }
    }
}
