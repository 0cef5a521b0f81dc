import NIOCore

/// Closes a connection on which no complete request arrives. A request must be complete within a time after the connection
/// began, or after its own head; three times as long may pass between requests. A connection has one timer, and requests
/// that arrive in one piece never touch it.
final class RequestDeadline {
    let time: TimeAmount
    private var since = NIODeadline.now()
    private var allowed: TimeAmount
    private var isArriving = false
    private var timer: Scheduled<Void>?
    /// While the application answers, nothing is due.
    var isServing = false

    init(_ time: TimeAmount) {
        self.time = time
        allowed = time
    }

    /// The connection is open.
    func watch(_ context: ChannelHandlerContext) { allow(time, context) }

    /// The head of a request is complete.
    func begin() { isArriving = true }

    /// A request is complete.
    func complete() {
        isArriving = false
        since = .now()
        allowed = time * 3
    }

    /// Everything that has come is read. An incomplete request is due sooner than the next one would be.
    func arrange(_ context: ChannelHandlerContext) {
        if isArriving, allowed > time { allow(time, context) }
    }

    func end() {
        timer?.cancel()
        timer = nil
    }

    private func allow(_ allowed: TimeAmount, _ context: ChannelHandlerContext) {
        since = .now()
        self.allowed = allowed
        look(again: since + allowed, context)
    }

    private func look(again moment: NIODeadline, _ context: ChannelHandlerContext) {
        timer?.cancel()
        timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: moment) {
            // The system cuts off a client that takes in nothing (`ConnectionSetup`).
            let isSending = !context.channel.isWritable
            if self.isServing || isSending, !self.isArriving { self.since = .now() }
            let due = self.since + self.allowed
            if due <= .now() { context.close(promise: nil) } else { self.look(again: due, context) }
        }
    }
}
