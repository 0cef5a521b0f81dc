import HTTPTypes
import NIOCore
import NIOHTTP1

/// What the site answers.
extension RequestGate {
    /// Bytes that the system holds for a listener who does not take them in; left to itself, it would hold megabytes.
    private static let streamBuffer: ChannelOptions.Types.SocketOption.Value = 64 << 10

    func ask(_ request: ArrivedRequest, hasArrived: Bool, _ context: ChannelHandlerContext) {
        phase = .asked(request.head, hasArrived: hasArrived)
        deadline.isServing = true
        if request.isLast || request.excess == .room { isEnding = true }
        let (loop, peer) = (context.eventLoop, peer ?? context.remoteAddress?.ipAddress ?? "")
        self.peer = peer
        let bound = NIOLoopBound((gate: self, context: context), eventLoop: loop)
        counter.hand(request, peer: peer, client: client, on: context.channel) { answer in
            loop.execute { bound.value.gate.send(answer, bound.value.context) }
        }
    }

    private func send(_ answer: Answer, _ context: ChannelHandlerContext) {
        guard case .asked(let request, let hasArrived) = phase, context.channel.isActive else { return }
        // Who would only listen or read, and finds no room, leaves the connection to others.
        if answer.status == .serviceUnavailable, request.method == .GET { isEnding = true }
        if let stream = answer.stream {
            context.write(
                wrapOutboundOut(.head(counter.head(of: answer, to: request, closing: isEnding))), promise: nil)
            return begin(stream, context)
        }
        deadline.isServing = false
        wire.write(counter.bytes(before: answer, to: request, closing: isEnding))
        if answer.content.readableBytes > 0, request.method != .HEAD {
            let isSent = answer.place.map { place in
                let promise = context.eventLoop.makePromise(of: Void.self)
                promise.futureResult.whenComplete { _ in withExtendedLifetime(place) {} }
                return promise
            }
            wire.write(answer.content, promise: isSent)
        }
        wire.flush()
        if isEnding { return closeWhenWritten(context, hasArrived: hasArrived) }
        phase = hasArrived ? .idle : .draining
        goOn(context)
    }

    /// Where the server is stopping, a stream ends before it has begun: the browser comes back by itself.
    private func begin(_ stream: LiveStream, _ context: ChannelHandlerContext) {
        guard !isStopping else { return context.close(promise: nil) }
        phase = .streaming
        context.flush()
        try? context.channel.syncOptions?.setOption(.socketOption(.so_sndbuf), value: Self.streamBuffer)
        goOn(context)
        let connection = context.channel
        Task(executorPreference: ReadingRoom.shared) {
            do { try await stream.begin(on: connection) } catch { connection.close(promise: nil) }
        }
    }
}
