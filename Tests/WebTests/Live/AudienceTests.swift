import HTTPServer
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Newsroom
import TestSupport
import Testing

@testable import Web

@Suite("Clients that follow one story", .timeLimit(.minutes(5)))
struct AudienceTests {
    private static func comment(_ number: Int64) -> Change {
        let id = Comment.ID(number)
        return Change(
            number: number, kind: .commentPublished, story: Story.ID(1),
            place: Change.Place(comment: id, parent: nil, thread: id), commentCount: Int(number), storyVersion: 1)
    }

    /// The numbers of the comments that a connection received, in order, and the number of writes.
    private static func heard(_ connection: EmbeddedChannel) throws -> (comments: [Int], pieces: Int) {
        connection.embeddedEventLoop.run()
        var comments: [Int] = []
        var pieces = 0
        while let part = try connection.readOutbound(as: HTTPServerResponsePart.self) {
            guard case .body(.byteBuffer(let bytes)) = part else { continue }
            pieces += 1
            comments += String(buffer: bytes).matches(of: /"comment":(\d+)/).compactMap { Int($0.output.1) }
        }
        return (comments, pieces)
    }

    @Test("A client that joins gets only later changes, and does not affect the pace of the others")
    func joining() throws {
        let (old, new, newest) = (
            try EmbeddedChannel.connected(), try EmbeddedChannel.connected(), try EmbeddedChannel.connected()
        )
        var audience = Audience()
        audience.add(StreamConnection(old), .open)
        let mustBeSent = audience.queue([Self.comment(1)])
        #expect(mustBeSent)
        _ = audience.sendQueue()
        let mustBeSentToo = audience.queue([Self.comment(2)])
        #expect(!mustBeSentToo, "sending pauses")

        audience.add(StreamConnection(new), .open)
        _ = audience.queue([Self.comment(3)])
        audience.add(StreamConnection(newest), .open)
        #expect(try Self.heard(old) == ([1], 1))
        _ = audience.sendQueue()

        #expect(try Self.heard(old) == ([2, 3], 1))
        #expect(try Self.heard(new) == ([3], 1))
        #expect(try Self.heard(newest) == ([], 0))

        _ = audience.queue([Self.comment(4)])
        _ = audience.sendQueue()
        for connection in [old, new, newest] { #expect(try Self.heard(connection) == ([4], 1)) }
        let pause = audience.sendQueue()
        #expect(pause == nil, "there is no news")
    }

    @Test("A client that has disconnected gets nothing")
    func leaving() throws {
        let (old, new) = (try EmbeddedChannel.connected(), try EmbeddedChannel.connected())
        var audience = Audience()
        audience.add(StreamConnection(old), .open)
        _ = audience.queue([Self.comment(1)])
        audience.add(StreamConnection(new), .open)
        audience.remove(StreamConnection(new))
        _ = audience.queue([Self.comment(2)])
        _ = audience.sendQueue()
        #expect(try Self.heard(old) == ([1, 2], 1))
        #expect(try Self.heard(new) == ([], 0))
    }
}
