import Foundation
import HTTPTypes
import NIOCore
import Newsroom
import SystemPackage
import Testing

@testable import Web

@Suite("Long pages lie in files, from where they are sent")
struct PageFileTests {
    private func page(bytes: Int) -> KeptPage {
        KeptPage(
            Answer(type: "text/html", body: (0..<bytes).map { UInt8(truncatingIfNeeded: $0 / 7) }), Keeping(), asOf: 0)
    }

    @Test("A file holds what the page does, which counts twice then; a short page has none")
    func laid() throws {
        let files = PageFiles()
        let page = page(bytes: 100_000)
        let laid = try #require(page.laid(files))
        let file = try #require(laid.identity.file)
        var read = [UInt8](repeating: 0, count: 200_000)
        let count = try read.withUnsafeMutableBytes {
            try FileDescriptor(rawValue: file.descriptor).read(fromAbsoluteOffset: 0, into: $0)
        }
        #expect(Array(read[..<count]) == page.identity.bytes && file.length == 100_000)
        #expect(laid.cost == page.cost + 100_000 && page.isToBeLaid && !laid.isToBeLaid && laid.isPackable)
        #expect(self.page(bytes: 10_000).laid(files) == nil && !self.page(bytes: 10_000).isToBeLaid)
    }

    @Test("They are few, and free again when the page is gone")
    func few() {
        let files = PageFiles()
        let page = page(bytes: 70_000)
        var laid = (0..<PageFiles.most).map { _ in page.laid(files) }
        #expect(laid.allSatisfy { $0 != nil } && page.laid(files) == nil)
        laid.removeLast()
        #expect(page.laid(files) != nil)
    }

    @Test("Who is slow to take them in gets each wholly, in order with what is not in a file")
    func sent() async throws {
        let newspaper = try await TestSite {
            $0.requestSeconds = 600
            $0.commentsPerMinute = 0
            $0.commentsPerHour = 0
        }
        var writer = TestBrowser(newspaper)
        for number in 1...20 { _ = await writer.comment("\(number) " + String(repeating: "words ", count: 800)) }
        let story = TestStories.bridgePath
        let get = "GET \(story) HTTP/1.1\r\nHost: a\r\n\r\n"
        let head = "HEAD \(story) HTTP/1.1\r\nHost: a\r\n\r\n"
        let (first, all) = try await ServedSite.run(newspaper) { port in
            func ask(_ text: String) async throws -> String {
                try await onAThread {
                    let socket = try BareSocket(port: port)
                    socket.send(text + "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                    return socket.listen().text.withoutDates
                }
            }
            _ = try await ask(get)
            let first = try await ask(get)
            while newspaper.site.press.store.kept(story)?.identity.file == nil { await Task.yield() }
            return (first, try await ask(String(repeating: get + head, count: 60)))
        }
        let health = first.suffix(from: try #require(first.range(of: "</html>\n", options: .backwards)).upperBound)
        let page = first.dropLast(health.count)
        let onlyHead = page.prefix(upTo: try #require(page.range(of: "\r\n\r\n")).upperBound)
        #expect(page.utf8.count > PageFiles.shortest)
        let isWhole = all == String(repeating: String(page + onlyHead), count: 60) + health
        #expect(isWhole)
    }
}
