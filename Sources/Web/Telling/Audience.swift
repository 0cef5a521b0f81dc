import NIOCore
import NIOHTTP1
import Newsroom

/// The connections that listen to one story. An event reaches them at once; what follows closely is told together, at a pace that
/// leaves the machine most of its time: the larger the audience, the longer the pause.
struct Audience {
    private static let mostUnheard = 64 << 10
    /// Connections told without letting others have their turn.
    private static let breath = 256

    private(set) var connections: [ObjectIdentifier: any Channel] = [:]
    /// How many bytes of what is unheard those know who joined since it was sent last.
    private var known: [ObjectIdentifier: Int] = [:]
    /// As they stand after all that was told.
    private var doors = DiscussionDoors.open
    private var unheard = ""
    private var isPausing = false

    /// Takes in a connection that knows all that was told: it has seen a moment ago how the doors stand.
    mutating func welcome(_ connection: any Channel, _ doors: DiscussionDoors) {
        connections[ObjectIdentifier(connection)] = connection
        if !unheard.isEmpty { known[ObjectIdentifier(connection)] = unheard.utf8.count }
        self.doors = doors
    }

    mutating func leave(_ connection: any Channel) {
        connections[ObjectIdentifier(connection)] = nil
        known[ObjectIdentifier(connection)] = nil
    }

    /// Takes changes of the story and of the house, of which it is told what is news; `true` where somebody must see to it that it
    /// is sent. What grows too long is forgotten, and all are told to load the page again.
    mutating func hear(_ changes: [Change]) -> Bool {
        hear(LiveEvent.text(of: doors.news(among: changes)), changes.last?.number ?? 0)
    }

    /// What was told before may be true no more.
    mutating func mustLoadAgain(_ number: Int64) -> Bool {
        doors = .open
        return hear(LiveEvent.reload(number), number)
    }

    private mutating func hear(_ text: String, _ number: Int64) -> Bool {
        unheard += text
        if unheard.utf8.count > Self.mostUnheard { (unheard, known) = (LiveEvent.reload(number), [:]) }
        return !isPausing
    }

    /// Sends what is unheard; gives the pause after which to look again, `nil` where there was nothing.
    mutating func sendWhatIsNew() -> (loop: any EventLoop, pause: TimeAmount)? {
        isPausing = false
        guard !unheard.isEmpty, let loop = connections.values.first?.eventLoop else { return nil }
        sendWhatIsUnheard()
        isPausing = true
        return (loop, .microseconds(Int64(connections.count) * 50))
    }

    /// To all, and to each who joined meanwhile what came after.
    private mutating func sendWhatIsUnheard() {
        sendToAll(unheard, but: known)
        for (connection, count) in known where count < unheard.utf8.count {
            guard let connection = connections[connection] else { continue }
            Self.send(String(decoding: unheard.utf8.dropFirst(count), as: UTF8.self), to: [connection])
        }
        (unheard, known) = ("", [:])
    }

    func sendToAll(_ text: String, but others: [ObjectIdentifier: Int] = [:]) {
        let those = connections.lazy.filter { others[$0.key] == nil }.map(\.value)
        for (_, those) in Dictionary(grouping: those, by: { ObjectIdentifier($0.eventLoop) }) {
            Self.send(text, to: those)
        }
    }

    /// Sends to connections of one event loop. Who has not taken in what was sent before is cut off: the browser comes back by
    /// itself and says what it heard last.
    static func send(_ text: String, to connections: [any Channel]) {
        guard let loop = connections.first?.eventLoop else { return }
        send(ByteBuffer(string: text), to: connections[...], on: loop)
    }

    private static func send(_ bytes: ByteBuffer, to connections: ArraySlice<any Channel>, on loop: any EventLoop) {
        loop.execute {
            for connection in connections.prefix(breath) {
                if connection.isWritable {
                    connection.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(bytes)), promise: nil)
                } else {
                    connection.close(promise: nil)
                }
            }
            let rest = connections.dropFirst(breath)
            if !rest.isEmpty { send(bytes, to: rest, on: loop) }
        }
    }
}
