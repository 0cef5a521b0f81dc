import HTTPServer
import NIOCore
import Newsroom

/// The connections that listen to one story. An event is sent to them immediately. Events that follow soon
/// after are collected during a pause and sent together. The larger the audience, the longer the pause, so
/// that the machine spends most of its time on other work.
struct Audience {
    private static let mostUnsent = 64 << 10
    /// How many connections are served before other work of their thread gets its turn.
    private static let batch = 256

    private(set) var connections: [ObjectIdentifier: StreamConnection] = [:]
    /// For each connection that joined since the last sending: how many bytes of the unsent events it already
    /// knows.
    private var known: [ObjectIdentifier: Int] = [:]
    /// How open the discussion is after all queued events.
    private var openness = DiscussionOpenness.open
    private var unsent = ""
    private var isPausing = false

    /// Adds a connection that knows all events so far and has just read how open the discussion is.
    mutating func add(_ connection: StreamConnection, _ openness: DiscussionOpenness) {
        connections[connection.id] = connection
        if !unsent.isEmpty { known[connection.id] = unsent.utf8.count }
        self.openness = openness
    }

    mutating func remove(_ connection: StreamConnection) {
        connections[connection.id] = nil
        known[connection.id] = nil
    }

    /// Takes changes of the story and of the whole newspaper, and queues the events that readers notice.
    /// Returns `true` if the caller must start sending. A queue that grows too long is replaced by one event
    /// that asks for a reload.
    mutating func queue(_ changes: [Change]) -> Bool {
        queue(LiveEvent.text(of: openness.news(among: changes)), changes.last?.number ?? 0)
    }

    /// Queues an event that asks for a reload, because earlier events may be wrong.
    mutating func queueReload(_ number: Int64) -> Bool {
        openness = .open
        return queue(LiveEvent.reload(number), number)
    }

    private mutating func queue(_ text: String, _ number: Int64) -> Bool {
        unsent += text
        if unsent.utf8.count > Self.mostUnsent { (unsent, known) = (LiveEvent.reload(number), [:]) }
        return !isPausing
    }

    /// Sends the queue and returns the pause before the next call; `nil` if nothing was sent.
    mutating func sendQueue() -> (loop: any EventLoop, pause: TimeAmount)? {
        isPausing = false
        guard !unsent.isEmpty, let loop = connections.values.first?.eventLoop else { return nil }
        sendUnsent()
        isPausing = true
        return (loop, .microseconds(Int64(connections.count) * 50))
    }

    /// Sends the queue to all connections. A connection that joined since the last sending gets only the
    /// events that it does not know.
    private mutating func sendUnsent() {
        sendToAll(unsent, but: known)
        for (connection, count) in known where count < unsent.utf8.count {
            guard let connection = connections[connection] else { continue }
            Self.send(String(decoding: unsent.utf8.dropFirst(count), as: UTF8.self), to: [connection])
        }
        (unsent, known) = ("", [:])
    }

    func sendToAll(_ text: String, but others: [ObjectIdentifier: Int] = [:]) {
        let those = connections.lazy.filter { others[$0.key] == nil }.map(\.value)
        for (_, those) in Dictionary(grouping: those, by: { ObjectIdentifier($0.eventLoop) }) {
            Self.send(text, to: those)
        }
    }

    /// Sends to connections of one event loop. A client that does not take events fast enough is
    /// disconnected. Its browser reconnects automatically and reports the last event that it received.
    static func send(_ text: String, to connections: [StreamConnection]) {
        guard let loop = connections.first?.eventLoop else { return }
        send(ByteBuffer(string: text), to: connections[...], on: loop)
    }

    private static func send(_ bytes: ByteBuffer, to connections: ArraySlice<StreamConnection>, on loop: any EventLoop)
    {
        loop.execute {
            for connection in connections.prefix(batch) { connection.sendOrClose(bytes) }
            let rest = connections.dropFirst(batch)
            if !rest.isEmpty { send(bytes, to: rest, on: loop) }
        }
    }
}
