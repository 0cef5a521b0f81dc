import Database
import Newsroom
import PageCache
import TestSupport
import Testing

@testable import Web

@Suite("Rulings from the page of a story", .timeLimit(.minutes(5)))
struct StaffControlJourneyTests {
    private static let path = TestStories.bridgePath

    private static func ruling(_ outcome: String, back: String) -> KeyValuePairs<String, String> {
        ["outcome": outcome, "clause": "abuse", "sentence": "", "revision": "0", "back": back]
    }

    @Test(
        "A moderator rules on a comment that nobody has reported, comes back to it, and undoes the ruling",
        arguments: TestedEngine.allCases)
    func journey(_ engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine)
        var (reader, moderator) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .moderator))
        let number = await reader.commentNumber("Nobody has reported this.")
        let shared = await TestBrowser(newspaper).getOnce(Self.path)
        #expect(await moderator.get(Self.path).text.contains("action=\"/desk/comments/\(number)/case\""))
        let opened = await moderator.post("/desk/comments/\(number)/case", ["back": "oldest"])
        #expect(opened.status == 303 && opened.location == "/desk/cases/1?back=oldest")
        let page = await moderator.follow(opened).text
        #expect(page.contains("Nobody has reported this.") && page.contains("Back to the story"))
        let again = await moderator.post("/desk/comments/\(number)/case", ["back": "oldest"])
        #expect(again.location == opened.location)

        let ruled = await moderator.post("/desk/cases/1/ruling", Self.ruling("uphold", back: "oldest"))
        #expect(ruled.location == "\(Self.path)?done=ruling-1#comment-\(number)")
        let back = await moderator.follow(ruled).text
        #expect(back.contains("Removed under Abuse.") && back.contains("action=\"/desk/rulings/1/undo\""))
        #expect(back.contains("href=\"/desk/comments/\(number)/case?back=oldest\""))
        let found = await moderator.get("/desk/comments/\(number)/case?back=oldest")
        #expect(found.location == "/desk/cases/1?back=oldest")
        #expect(await moderator.follow(found).text.contains("Undo"))

        let undone = await moderator.post("/desk/rulings/1/undo", ["back": "oldest"])
        #expect(undone.location == "/desk/cases/1?back=oldest&done=undone")
        #expect(await moderator.follow(undone).text.contains("Undone. The case is open again."))
        let kept = await moderator.post("/desk/cases/1/ruling", Self.ruling("dismiss", back: "oldest"))
        #expect(await moderator.follow(kept).text.contains("role=\"status\"><p>Kept.</p>"))
        let after = await TestBrowser(newspaper).getOnce(Self.path)
        #expect(!shared.text.contains("/desk") && !after.text.contains("/desk"))
        #expect(try await newspaper.faults() == [])
    }

    @Test("Only staff who moderate get the controls, on the story and on the page of a comment")
    func roles() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        let number = await reader.commentNumber("A word.")
        for page in [Self.path, "\(Self.path)/comments/\(number)", "\(Self.path)?order=newest"] {
            for role in Role.allCases {
                var browser = TestBrowser(newspaper, as: role)
                let isOffered = await browser.get(page).text.contains("/desk/comments/\(number)/case\"")
                #expect(isOffered == role.permissions.contains(.moderate), "\(role) on \(page)")
            }
            #expect(await !reader.get(page).text.contains("/desk"))
        }
        var editor = TestBrowser(newspaper, as: .editor)
        #expect(await editor.get("\(Self.path)?order=newest").text.contains("name=\"back\" value=\"newest\""))
        let own = await editor.get("\(Self.path)/comments/\(number)").text
        #expect(own.contains("name=\"back\" value=\"\(number)\""))
    }

    @Test("A decision leads back to the page where the comment was read")
    func ways() async throws {
        let newspaper = try await TestSite()
        var (reader, moderator) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .moderator))
        let first = await reader.commentNumber("First.")
        for (text, back, page) in [
            ("One.", "newest", "?order=newest&done="), ("Two.", first, "/comments/\(first)?done="),
            ("Three.", "oldest.5-6", "?after=5-6&done="),
        ] {
            let number = await reader.commentNumber(text)
            let opened = await moderator.post("/desk/comments/\(number)/case", ["back": back])
            let deskCase = try #require(opened.location?.split(separator: "?").first)
            let given = await moderator.post("\(deskCase)/escalate", ["revision": "0", "back": back])
            #expect(given.location?.hasPrefix("\(Self.path)\(page)act-") == true, "\(given.location ?? "")")
            #expect(given.location?.hasSuffix("#comment-\(number)") == true)
        }
        for back in ["", "https://example.org", "//example.org", "/desk", String(repeating: "1", count: 70)] {
            let opened = await moderator.post("/desk/comments/\(first)/case", ["back": back])
            #expect(opened.location == "/desk/cases/4")
        }
    }

    @Test("A comment that the moderator holds is on no page, so its case follows")
    func held() async throws {
        let newspaper = try await TestSite()
        var (reader, moderator) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .moderator))
        let number = await reader.commentNumber("A word.")
        _ = await moderator.post("/desk/comments/\(number)/case", ["back": number])
        let held = await moderator.post("/desk/cases/1/hold", ["revision": "0", "back": number])
        #expect(held.location == "/desk/cases/1?back=\(number)&done=act-1")
        let page = await moderator.follow(held).text
        #expect(page.contains("<p>Held.</p>") && page.contains("\(Self.path)#comments\">Back to the story"))
        let undone = await moderator.post("/desk/acts/1/undo", ["back": number])
        #expect(undone.location == "/desk/cases/1?back=\(number)&done=undone")
    }

    @Test("A case that a colleague has open is shown, and not decided")
    func claimed() async throws {
        let newspaper = try await TestSite()
        var (reader, moderator) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .moderator))
        var editor = TestBrowser(newspaper, as: .editor)
        let number = await reader.commentNumber("A word.")
        _ = await moderator.post("/desk/comments/\(number)/case", ["back": "oldest"])
        let opened = await editor.post("/desk/comments/\(number)/case", ["back": "oldest"])
        #expect(opened.location == "/desk/cases/1?back=oldest")
        #expect(await editor.follow(opened).text.contains("The moderator has this case open."))
        #expect(await editor.post("/desk/cases/1/ruling", Self.ruling("uphold", back: "oldest")).status == 409)
    }

    @Test("Nothing changes on GET, and a comment without a case leads nowhere")
    func reading() async throws {
        let newspaper = try await TestSite()
        var (reader, moderator) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .moderator))
        let number = await reader.commentNumber("A word.")
        #expect(await moderator.get("/desk/comments/\(number)/case").status == 404)
        #expect(await moderator.get("/desk/comments/99/case").status == 404)
        #expect(await moderator.post("/desk/comments/99/case", [:]).status == 404)
        #expect(try await newspaper.count("SELECT COUNT(*) FROM cases") == 0)
    }

    @Test("A reader's page is the same with the parameter that names a decision")
    func readers() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        _ = await TestBrowser(newspaper).getOnce("/")
        let plain = await TestBrowser(newspaper).getOnce(Self.path)
        let pages = newspaper.site.store.size.pages
        let named = await TestBrowser(newspaper).getOnce("\(Self.path)?done=ruling-1")
        #expect(named.bytes == plain.bytes && named.eTag == plain.eTag)
        #expect(newspaper.site.store.size.pages == pages)
        #expect(await reader.get("\(Self.path)?done=ruling-1").bytes == plain.bytes)
    }
}

extension TestBrowser {
    /// The page for a browser that has not been here before.
    fileprivate func getOnce(_ path: String) async -> Reply {
        var browser = self
        return await browser.get(path)
    }
}

extension TestSite {
    fileprivate func count(_ sql: SQL) async throws -> Int? { try await database.read { tx in try tx.value(sql) } }
}
