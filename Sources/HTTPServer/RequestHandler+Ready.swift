import NIOCore

/// Sends ready responses.
extension RequestHandler {
    /// Answers a request that arrived completely while the handler was idle. Returns the time after it.
    func answer(with ready: ReadyResponse, since arrival: NIODeadline) -> NIODeadline {
        deadline.complete()
        send(ready)
        return tell(ready, since: arrival)
    }

    /// Tells the observer of a ready response that it was handed to the system. Returns the time.
    func tell(_ ready: ReadyResponse, since arrival: NIODeadline) -> NIODeadline {
        let now = NIODeadline.now()
        ready.observer?.sent(
            Sending(
                isGet: ready.isGet, status: ready.status, bytes: ready.body?.readableBytes ?? 0,
                nanoseconds: Int((now - arrival).nanoseconds)))
        return now
    }

    func send(_ ready: ReadyResponse) {
        mustFlush = true
        let date = dispatcher.date.bytes
        // If the client is slow, the parts are queued as they are: they are shared, so they take no extra memory.
        guard socket.isClear else {
            for part in [ready.head, ready.fieldLines, date, ready.body].compactMap(\.self) { socket.write(part) }
            return
        }
        var head = ready.head
        if let lines = ready.fieldLines { head.writeImmutableBuffer(lines) }
        head.writeImmutableBuffer(date)
        if let file = ready.file { return socket.write(head, file) }
        socket.write(head)
        if let body = ready.body { socket.write(body) }
    }
}
