import NIOCore

/// When a connection is closed because nothing whole arrives on it: a request must be here within a time after the connection began, or
/// after its own head did; between requests three times as long may pass. There is one timer to a connection, and requests that arrive
/// in one piece never touch it.
final class RequestDeadline {
    let time: TimeAmount
    private var since = NIODeadline.now()
    private var allowed: TimeAmount
    private var isArriving = false
    private var timer: Scheduled<Void>?
    /// Whether the site is at work on a request that has arrived: then nothing is due.
    var isServing = false

    init(_ time: TimeAmount) {
        self.time = time
        allowed = time
    }

    /// The connection stands.
    func watch(_ context: ChannelHandlerContext) { allow(time, context) }

    /// A request's head is here.
    func begin() { isArriving = true }

    /// A request is here, wholly.
    func complete() {
        isArriving = false
        since = .now()
        allowed = time * 3
    }

    /// All that could be read was: a request that is here only in part is due sooner than the next one would be.
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
            // Who does not take in anything of what was sent is cut off by the system (`ConnectionSetup`).
            let isSending = !context.channel.isWritable
            if self.isServing || isSending, !self.isArriving { self.since = .now() }
            let due = self.since + self.allowed
            if due <= .now() { context.close(promise: nil) } else { self.look(again: due, context) }
        }
    }
}
