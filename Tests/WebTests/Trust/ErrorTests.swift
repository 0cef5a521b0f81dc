import Database
import HTTPTypes
import Newsroom
import TestSupport
import Testing

@testable import Web

@Suite("Server errors", .timeLimit(.minutes(5)))
struct ErrorTests {
    @Test("An unexpected error shows a number and the typed text only, and the log has the details")
    func incident() async throws {
        let newspaper = try await TestSite()
        try await newspaper.database.write { tx in try tx.script("ALTER TABLE admissions RENAME TO elsewhere") }
        var reader = TestBrowser(newspaper)
        let reply = await reader.comment("A long & careful word.")
        #expect(reply.status == 500)
        #expect(reply["Cache-Control"] == "no-store")
        let page = try reply.page()
        #expect(page.content(ofField: "kept") == "A long & careful word.")
        let number = try #require(page.content(ofClass: "number"))
        #expect(number.wholeMatch(of: /[0-9a-f]{16}/) != nil)
        let line = try #require(newspaper.log.lines.first { $0.contains(number) })
        #expect(line.hasPrefix("error incident") && line.contains("admissions"))
        for telling in ["admissions", "SQL", "Fault", "swift"] { #expect(!page.text.contains(telling)) }
        #expect(!line.contains("careful"), "the log does not contain what readers write")
        #expect(await reader.get(TestStories.bridgePath).status == 200)
    }

    @Test(
        "Without storage space, text is returned with 503, reading works, and posting works again later",
        arguments: TestedEngine.allCases)
    func full(engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine) {
            $0.commentsPerMinute = 0
            $0.commentsPerHour = 0
        }
        var reader = TestBrowser(newspaper)
        let number = await reader.commentNumber("Before.")
        try await newspaper.database.write { tx in try tx.takeRoom() }
        var refused = 0
        for attempt in 1...200 where refused < 3 {
            let text = String(repeating: "a", count: 4_000) + "\(attempt)"
            let reply = await reader.comment(text)
            if reply.status == 303 { continue }
            refused += 1
            #expect(reply.status == 503)
            #expect(reply["Retry-After"] == "30")
            #expect(try reply.page().content(ofField: "text") == text)
        }
        #expect(refused == 3)
        let long = String(repeating: "b", count: 5_000)
        let edit = await reader.post("/comments/\(number)/edit", ["text": long])
        #expect(edit.status == 503, "\(newspaper.log.lines.last ?? "")")
        #expect(try edit.page().content(ofField: "text") == long)
        #expect(await reader.get(TestStories.bridgePath).status == 200)
        #expect(await reader.get("/ready").status == 200)
        #expect(try await newspaper.faults() == [])
        try await newspaper.database.write { tx in try tx.giveRoom() }
        #expect(await reader.comment("After.").status == 303)
        #expect(try await newspaper.faults() == [])
    }

    @Test("A truncated body is not stored as a comment")
    func brokenOff() async throws {
        let newspaper = try await TestSite()
        try await ServedSite.run(newspaper) { port in
            let heard = try await onAThread {
                let socket = try BareSocket(port: port)
                socket.send(
                    """
                    POST \(TestStories.bridgePath)/comments HTTP/1.1\r
                    Host: news.example\r
                    Content-Type: application/x-www-form-urlencoded\r
                    Content-Length: 99\r
                    \r
                    name=Ann&text=Half+a+word
                    """)
                socket.finish()
                return socket.listen()
            }
            #expect(heard.isClosed)
        }
        let count: Int? = try await newspaper.database.read { tx in try tx.value("SELECT COUNT(*) FROM comments") }
        #expect(count == 0)
    }
}

extension Transaction {
    /// Makes the database refuse to store comments for lack of space.
    fileprivate func takeRoom() throws {
        switch dialect {
        case .sqlite: try script("PRAGMA max_page_count = 1")
        case .postgreSQL:
            try script(
                """
                CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = 'disk_full'; END $$;
                CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON comments EXECUTE FUNCTION no_room();
                """)
        }
    }

    fileprivate func giveRoom() throws {
        switch dialect {
        case .sqlite: try script("PRAGMA max_page_count = 1000000")
        case .postgreSQL: try script("DROP TRIGGER no_room ON comments")
        }
    }
}
