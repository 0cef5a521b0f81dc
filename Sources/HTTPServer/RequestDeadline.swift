import NIOCore

/// Closes a connection on which no complete request arrives in time. The first request must be complete
/// within `time` of the start of the connection. Three times as long may pass between requests; once the head
/// of a later request has arrived, the rest must follow within `time`. A connection has one timer, and
/// requests that arrive in one piece never touch it.
final class RequestDeadline {
    let time: TimeAmount
    private var loop: (any EventLoop)?
    private var since = NIODeadline.now()
    private var allowed: TimeAmount
    private var isArriving = false
    private var timer: Scheduled<Void>?
    /// Nothing is due while the application answers.
    var isServing = false
    /// Nothing is due while an upload waits for the application.
    var isHeld = false

    init(_ time: TimeAmount) {
        self.time = time
        allowed = time
    }

    /// The connection is open.
    func watch(_ context: ChannelHandlerContext) {
        loop = context.eventLoop
        allow(time, context)
    }

    /// The head of a request is complete.
    func begin() { isArriving = true }

    /// A request is complete.
    func complete() {
        isArriving = false
        since = now
        allowed = time * 3
    }

    /// A part of an upload has arrived, and gets new time for the next part.
    func advance() { since = now }

    /// Called when everything that arrived has been read. An incomplete request has an earlier deadline than
    /// the next request would have.
    func arrange(_ context: ChannelHandlerContext) {
        if isArriving, allowed > time { allow(time, context) }
    }

    func end() {
        timer?.cancel()
        timer = nil
    }

    private var now: NIODeadline { loop?.now ?? .now() }

    private func allow(_ allowed: TimeAmount, _ context: ChannelHandlerContext) {
        since = now
        self.allowed = allowed
        look(again: since + allowed, context)
    }

    private func look(again moment: NIODeadline, _ context: ChannelHandlerContext) {
        timer?.cancel()
        timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: moment) {
            // The system disconnects a client that accepts no bytes (`ConnectionSetup`).
            let isSending = !context.channel.isWritable
            if self.isHeld || (self.isServing || isSending) && !self.isArriving { self.since = self.now }
            let due = self.since + self.allowed
            if due <= self.now { context.close(promise: nil) } else { self.look(again: due, context) }
        }
    }
}
