import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import Web

@Suite("Room for answers on their way", .timeLimit(.minutes(5)))
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

    @Test(
        "Where no room is left, a page that is kept for all is sent, whatever else is said by who asks; one that is not is refused",
        arguments: [(64, 200), (0, 503)])
    func kept(megabytes: Int, status: Int) async throws {
        let newspaper = try await TestSite {
            $0.pagesMegabytes = megabytes
            $0.commentsPerMinute = 0
            $0.commentsPerHour = 0
        }
        var writer = TestBrowser(newspaper)
        for number in 1...20 { _ = await writer.comment("\(number) " + String(repeating: "words ", count: 800)) }
        let counter = Counter(site: newspaper.site)
        let connection = try EmbeddedChannel.connected()
        let all = counter.answers.place(64 << 20, to: connection)
        let head = HTTPRequestHead(
            version: .http1_0, method: .GET, uri: TestStories.bridgePath, headers: ["Connection": "keep-alive"])
        let request = ArrivedRequest(head: head, row: nil, room: counter.bodies)
        for _ in 1...2 {
            let answer = await withCheckedContinuation { asked in
                counter.hand(request, peer: "127.0.0.1", client: ClientPresence(), on: connection) {
                    asked.resume(returning: $0)
                }
            }
            #expect(answer.status.code == status && (status == 503 || answer.content.readableBytes > 64 << 10))
        }
        withExtendedLifetime(all) {}
    }
}
