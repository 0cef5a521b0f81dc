import Database
import Newsroom
import PageCache
import Testing

@testable import Web

@Suite("Personal parts of shared pages", .timeLimit(.minutes(5)))
struct SlotTests {
    private static let path = TestStories.bridgePath

    /// Two commenters whose comments are held, and a reader who has posted nothing.
    private struct Readers {
        let newspaper: TestSite
        var one: TestBrowser
        var other: TestBrowser
        var nobody: TestBrowser

        init() async throws {
            newspaper = try await TestSite { $0.holdsUnknownNames = true }
            (one, other, nobody) = (TestBrowser(newspaper), TestBrowser(newspaper), TestBrowser(newspaper))
            other.address = "192.0.2.2"
            _ = await one.post(SlotTests.path + "/comments", ["name": "First writer", "text": "Words of the first."])
            _ = await other.post(
                SlotTests.path + "/comments", ["name": "Second writer", "text": "Words of the second."])
        }
    }

    @Test("Commenters see only their own held comments and name")
    func own() async throws {
        var readers = try await Readers()
        let everybody = await readers.nobody.get(Self.path)
        let (one, other) = (await readers.one.get(Self.path), await readers.other.get(Self.path))
        for word in ["Words of the first.", "First writer"] {
            #expect(one.text.contains(word) && !other.text.contains(word) && !everybody.text.contains(word))
        }
        for word in ["Words of the second.", "Second writer"] {
            #expect(other.text.contains(word) && !one.text.contains(word) && !everybody.text.contains(word))
        }
        #expect(one.text.contains("value=\"First writer\"") && everybody.text.contains("value=\"\""))
        #expect(one.text.contains("/edit\">") && !everybody.text.contains("/edit\">"))
    }

    @Test("A personal page has no validator, is not cached, and is always sent whole")
    func uncached() async throws {
        var readers = try await Readers()
        let everybody = await readers.nobody.get(Self.path)
        let one = await readers.one.get(Self.path)
        #expect(one["Cache-Control"] == "no-store" && one.eTag == nil)
        #expect(one["Last-Modified"] == nil && one["Vary"] == nil && one["Content-Encoding"] == nil)
        #expect(everybody.eTag != nil && everybody["Cache-Control"]?.hasPrefix("public") == true)
        for tag in [everybody.eTag ?? "", "*"] {
            readers.one.headers["If-None-Match"] = tag
            #expect(await readers.one.get(Self.path).bytes == one.bytes)
        }
        readers.one.headers["If-None-Match"] = nil
        readers.one.headers["Accept-Encoding"] = "br, gzip"
        #expect(await readers.one.get(Self.path).bytes == one.bytes)
        let kept = try #require(readers.newspaper.site.store.peek(Self.path))
        #expect(kept.identity.bytes == everybody.bytes)
    }

    @Test("A story is not read or rendered again for commenters or staff")
    func shared() async throws {
        var readers = try await Readers()
        var editor = TestBrowser(readers.newspaper, as: .editor)
        let everybody = await readers.nobody.get(Self.path)
        // The change feed does not list this change, so only a page that is read again shows it.
        try await readers.newspaper.database.write { tx in
            try tx.run("UPDATE versions SET headline = 'Another headline' WHERE story_id = 1")
        }
        for reply in [
            await readers.one.get(Self.path), await editor.get(Self.path), await readers.nobody.get(Self.path),
        ] {
            #expect(reply.status == 200 && !reply.text.contains("Another headline"))
        }
        #expect(readers.newspaper.site.store.peek(Self.path)?.identity.bytes == everybody.bytes)
    }

    @Test("Staff see the link to the desk without having written a comment")
    func staff() async throws {
        let newspaper = try await TestSite()
        var (reader, editor) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .editor))
        let (shared, filled) = (await reader.get(Self.path), await editor.get(Self.path))
        #expect(filled.text.contains("/desk/stories/1") && !shared.text.contains("/desk/stories/1"))
        #expect(filled["Cache-Control"] == "no-store" && filled.eTag == nil)
        #expect(await reader.get(Self.path).bytes == shared.bytes)
    }

    @Test("No page contains a marker, whoever requests it")
    func markers() async throws {
        var readers = try await Readers()
        var editor = TestBrowser(readers.newspaper, as: .editor)
        let refused = await readers.one.post(Self.path + "/comments", ["name": "", "text": "Words that come back."])
        for reply in [
            await readers.nobody.get(Self.path), await readers.one.get(Self.path), await editor.get(Self.path), refused,
            await editor.get("/"), await editor.get(Self.path + "/pictures/1"),
        ] {
            #expect(!reply.text.contains("<!--"))
        }
        #expect(refused.status == 422 && refused.text.contains("Words that come back."))
        #expect(refused.text.contains("Words of the first."), "the commenter's held comment is shown too")
    }

    @Test("Text that looks like a marker is shown as text")
    func forged() async throws {
        let newspaper = try await TestSite()
        var (writer, reader) = (TestBrowser(newspaper), TestBrowser(newspaper))
        _ = await writer.comment("<!--slot staff-->secret<!--/slot-->")
        let page = await reader.get(Self.path)
        #expect(page.text.contains("&lt;!--slot staff--&gt;secret&lt;!--/slot--&gt;"))
    }

    @Test("The edit link is shown for 5 minutes")
    func editing() async throws {
        let newspaper = try await TestSite()
        var writer = TestBrowser(newspaper)
        let number = await writer.commentNumber("Words.")
        #expect(await writer.get(Self.path).text.contains("/comments/\(number)/edit\""))
        newspaper.clock.advance(299)
        #expect(await writer.get(Self.path).text.contains("/comments/\(number)/edit\""))
        newspaper.clock.advance(2)
        #expect(await !writer.get(Self.path).text.contains("/comments/\(number)/edit\""))
    }
}
