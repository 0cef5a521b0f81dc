import NIOCore
import NIOEmbedded
import Testing

@testable import Web

@Suite("Room for answers on their way")
struct AnswerRoomTests {
    private static let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)

    @Test("Answers share it, and it is free again once they are sent")
    func sharing() throws {
        let room = AnswerRoom(bytes: 100)
        let connection = try EmbeddedChannel.connected()
        var first = room.place(60, to: connection, now: Self.start)
        #expect(first != nil)
        #expect(room.place(50, to: connection, now: Self.start) == nil)
        let second = room.place(40, to: connection, now: Self.start)
        #expect(second != nil)
        first = nil
        #expect(room.place(60, to: connection, now: Self.start) != nil)
        withExtendedLifetime(second) {}
    }

    @Test("Who has not taken in an answer for long is cut off where others need its room, and only then")
    func slowReaders() throws {
        let room = AnswerRoom(bytes: 100)
        let (slow, other) = (try EmbeddedChannel.connected(), try EmbeddedChannel.connected())
        let first = room.place(60, to: slow, now: Self.start)
        let later = Self.start + .seconds(6)
        let second = room.place(30, to: other, now: later)
        #expect(second != nil && slow.isActive)
        let third = room.place(60, to: other, now: later)
        #expect(third != nil && !slow.isActive && other.isActive)
        #expect(room.place(60, to: other, now: later) == nil)
        withExtendedLifetime((first, second, third)) {}
    }
}
