import Foundation
import HTTPTypes
import NIOCore
import Newsroom
import SystemPackage
import TestSupport
import Testing

@testable import Web

@Suite("Long pages lie in files, from where they are sent", .timeLimit(.minutes(5)))
struct PageFileTests {
    private func page(bytes: Int) -> KeptPage {
        KeptPage(
            Answer(type: "text/html", body: (0..<bytes).map { UInt8(truncatingIfNeeded: $0 / 7) }), Keeping(), asOf: 0)
    }

    @Test(
        "A file holds what the form does, which counts twice then; a short one has none, nor one for which there is no room"
    )
    func laid() throws {
        let files = PageFiles()
        let page = page(bytes: 100_000)
        let laid = try #require(page.laid(.identity, files, room: 1 << 20))
        let file = try #require(laid.identity.file)
        #expect(try bytes(of: file) == page.identity.bytes && file.length == 100_000)
        #expect(laid.cost == page.cost + 100_000 && page.identity.isToBeLaid && !laid.identity.isToBeLaid)
        #expect(laid.isPackable && laid.laid(.identity, files, room: 1 << 20) == nil)
        #expect(self.page(bytes: 10_000).laid(.identity, files, room: 1 << 20) == nil)
        #expect(page.laid(.identity, files, room: page.cost + 99_999) == nil)
        #expect(laid.takenUp.identity.file == nil && laid.takenUp.cost == page.cost)
    }

    @Test("A long compressed form lies in a file of its own, and the plain one in none")
    func packed() throws {
        var generator = SystemRandomNumberGenerator()
        let noise = (0..<200_000).map { _ in UInt8.random(in: 97...122, using: &generator) }
        let page = KeptPage(Answer(type: "text/html", body: noise), Keeping(), asOf: 0).packed()
        let laid = try #require(page.laid(.gzip, PageFiles(), room: 1 << 20))
        #expect(laid.forms.map(\.coding) == [.brotli, .gzip, .identity])
        #expect(laid.forms.map { $0.file == nil } == [true, false, true])
        #expect(try laid.forms[1].file.map(bytes) == page.forms[1].bytes)
    }

    @Test("They are few, and free again when the page is gone")
    func few() {
        let files = PageFiles()
        let page = page(bytes: 70_000)
        func lay() -> KeptPage? { page.laid(.identity, files, room: 1 << 20) }
        var laid = (0..<PageFiles.most).map { _ in lay() }
        #expect(laid.allSatisfy { $0 != nil } && lay() == nil)
        laid.removeLast()
        #expect(lay() != nil)
    }

    @Test("An old page, for the time when the database is away, takes no file from others")
    func old() throws {
        let store = PageStore(room: 1 << 22, keepsOld: true)
        store.begin(after: 0)
        let story = Story.ID(1)
        let page = KeptPage(
            Answer(type: "text/html", body: [UInt8](repeating: 97, count: 100_000)),
            Keeping(subjects: [.discussion(story)]), asOf: 0)
        store.keep(page, as: "page")
        let laid = try #require(page.laid(.identity, PageFiles(), room: store.roomOfOne))
        store.replace(page, by: laid, as: "page")
        #expect(store.size.bytes == laid.cost)
        store.turn(for: [Change(number: 1, kind: .commentPublished, story: story)])
        let old = try #require(store.page("page", now: .noon, orOlder: true))
        #expect(old.identity.file == nil && store.size.bytes == old.cost && old.cost == page.cost)
    }

    private func bytes(of file: PageFile) throws -> [UInt8] {
        var read = [UInt8](repeating: 0, count: file.length + 1)
        let count = try read.withUnsafeMutableBytes {
            try FileDescriptor(rawValue: file.descriptor).read(fromAbsoluteOffset: 0, into: $0)
        }
        return Array(read[..<count])
    }

    private static let story = TestStories.bridgePath
    private static let get = "GET \(story) HTTP/1.1\r\nHost: a\r\n\r\n"
    private static let head = "HEAD \(story) HTTP/1.1\r\nHost: a\r\n\r\n"
    private static let last = "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"

    /// Serves a house whose story has a long page that lies in a file.
    private func served<T: Sendable>(_ body: @escaping @Sendable (_ port: Int) throws -> T) async throws -> T {
        let newspaper = try await TestSite {
            $0.requestSeconds = 600
            $0.commentsPerMinute = 0
            $0.commentsPerHour = 0
        }
        var writer = TestBrowser(newspaper)
        for number in 1...20 { _ = await writer.comment("\(number) " + String(repeating: "words ", count: 800)) }
        return try await ServedSite.run(newspaper) { port in
            try await waitUntil {
                _ = try await onAThread { try Self.answers(to: Self.get + Self.last, port) }
                return newspaper.site.press.store.kept(Self.story)?.identity.file != nil
            }
            return try await onAThread { try body(port) }
        }
    }

    /// What is said to all of these on one connection, by somebody who begins to listen when all is sent, without the times.
    private static func answers(to text: String, _ port: Int, finishing: Bool = false) throws -> String {
        let socket = try BareSocket(port: port, receiveBuffer: 4_096)
        socket.send(text)
        if finishing { socket.finish() }
        return socket.listen().text.withoutDates
    }

    @Test(
        "Who is slow to take them in gets each wholly, in order with what is not in a file, also after saying that there is no more to ask"
    )
    func sent() async throws {
        let (first, all, finished) = try await served { port in
            (
                try Self.answers(to: Self.get + Self.last, port),
                try Self.answers(to: String(repeating: Self.get + Self.head, count: 60) + Self.last, port),
                try Self.answers(to: String(repeating: Self.get, count: 60) + Self.last, port, finishing: true)
            )
        }
        let health = first.suffix(from: try #require(first.range(of: "</html>\n", options: .backwards)).upperBound)
        let page = first.dropLast(health.count)
        let onlyHead = page.prefix(upTo: try #require(page.range(of: "\r\n\r\n")).upperBound)
        #expect(page.utf8.count > PageFiles.shortest)
        let isWhole = all == String(repeating: String(page + onlyHead), count: 60) + health
        let isWholeAtTheEnd = finished == String(repeating: String(page), count: 60) + health
        #expect(isWhole && isWholeAtTheEnd)
    }

    @Test("What was asked for behind a long page is answered, whoever answers what came before it")
    func behind() async throws {
        let text = try await served { port in
            let site = "GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n"
            return try Self.answers(to: site + Self.get + Self.get + Self.last, port)
        }
        #expect(text.components(separatedBy: "HTTP/1.1 ").count == 5 && text.hasSuffix("alive\n"))
    }
}
