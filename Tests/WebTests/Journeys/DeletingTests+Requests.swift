import Newsroom
import Testing

@testable import Web

extension DeletingTests {
    @Test("A form that was open for too long comes back as a request, which the desk grants")
    func request() async throws {
        let newspaper = try await TestSite()
        var (writer, moderator) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .moderator))
        let number = await writer.commentNumber("Words of mine.", name: "Somebody shy")
        newspaper.clock.advance(300)
        let late = await writer.post("/comments/\(number)/delete", [:])
        #expect(late.status == 403 && late.text.contains("That time is over."))
        #expect(try late.page().content(ofField: "ask") == "yes" && late.text.contains(">Ask for removal</button>"))
        let page = await writer.get(Self.path).text
        #expect(page.contains("/comments/\(number)/delete\">Ask for removal</a>"))
        #expect(!page.contains(">Delete</a>"))
        for _ in 0..<2 { #expect(await writer.post("/comments/\(number)/delete", ["ask": "yes"]).status == 303) }
        #expect(await writer.get("/comments/\(number)/delete").text.contains("You have asked for the removal"))
        #expect(await writer.get(Self.path).text.contains("Words of mine."))

        #expect(await moderator.get("/desk/queue").text.contains("The commenter asks for removal"))
        let open = await moderator.get("/desk/cases/1?view=open").text
        #expect(open.contains("asked for the removal of this comment") && open.contains("value=\"author\" selected"))
        let ruled = await moderator.post(
            "/desk/cases/1/ruling",
            [
                "outcome": "uphold", "clause": "author", "sentence": "Done & gone.", "revision": "0", "view": "open",
                "current": "1", "asked": "yes",
            ])
        #expect(ruled.status == 303)
        #expect(await moderator.follow(ruled).text.contains("Removed at the commenter"))
        #expect(await writer.get("/comments/\(number)/delete").text.contains("Done &amp; gone."))
        let story = await writer.get(Self.path).text
        #expect(story.contains("removed by its author") && !story.contains("Words of mine."))
        #expect(!story.contains("Rule broken"))
        #expect(await moderator.post("/desk/rulings/1/undo", [:]).status == 409)
        let desk = await moderator.get("/desk").text
        #expect(desk.contains("at the commenter") && !desk.contains("/desk/rulings/1/undo"))
        let decided = await moderator.get("/desk/cases/1").text
        #expect(!decided.contains("Words of mine.") && !decided.contains("Somebody shy"))
        #expect(await moderator.get("/desk/log").text.contains("uphold: author: Done &amp; gone."))
        #expect(try await newspaper.faults() == [])
    }

    @Test("The author reads why the desk kept the comment, and cannot ask again")
    func declined() async throws {
        let newspaper = try await TestSite()
        var (writer, moderator) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .moderator))
        let number = await writer.commentNumber("Words of mine.")
        newspaper.clock.advance(600)
        _ = await writer.post("/comments/\(number)/delete", ["ask": "yes"])
        #expect(await moderator.rule("dismiss", on: 1, sentence: "Others quote it.", asked: "yes").status == 303)
        for _ in 0..<2 {
            let page = await writer.get("/comments/\(number)/delete").text
            #expect(page.contains("Your comment stays") && page.contains("Others quote it."))
            #expect(await writer.post("/comments/\(number)/delete", ["ask": "yes"]).status == 303)
        }
        #expect(await !moderator.get("/desk/queue").text.contains("Words of mine."))
        #expect(await writer.get(Self.path).text.contains("Words of mine."))
    }

    @Test("A ruling from a page without the request is not applied, and keeps what was typed")
    func unread() async throws {
        let newspaper = try await TestSite()
        var (writer, moderator) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .moderator))
        let number = await writer.commentNumber("Words of mine.")
        _ = await writer.report(number)
        newspaper.clock.advance(600)
        _ = await writer.post("/comments/\(number)/delete", ["ask": "yes"])
        #expect(await writer.get(Self.path).text.contains(">Your request for removal</a>"))
        let late = await moderator.rule("dismiss", on: 1, sentence: "For colleagues only.")
        #expect(late.status == 409 && late.text.contains("since you opened this page"))
        #expect(late.text.contains("For colleagues only.") && late.text.contains("name=\"asked\" value=\"yes\""))
        #expect(await writer.get("/comments/\(number)/delete").text.contains("You have asked for the removal"))
        #expect(await moderator.rule("dismiss", on: 1, asked: "yes").status == 303)
    }

    @Test("A note about a name is refused if nothing of the comment is stored, and other cases do not show it")
    func namelessNote() async throws {
        let newspaper = try await TestSite()
        var (writer, moderator) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .moderator))
        let number = await writer.commentNumber("Words of mine.")
        _ = await moderator.post("/desk/comments/\(number)/case", ["back": "oldest"])
        _ = await writer.post("/comments/\(number)/delete", [:])
        let page = await moderator.get("/desk/cases/1").text
        #expect(!page.contains("value=\"name\"") && page.contains("value=\"comment\""))
        let refused = await moderator.post("/desk/cases/1/notes", ["note": "A note.", "about": "name"])
        #expect(refused.status == 410)
    }

    @Test("After the commenter has deleted a comment, the desk offers no undo of the ruling that kept it")
    func keptThenDeleted() async throws {
        let newspaper = try await TestSite()
        var (writer, moderator) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .moderator))
        let number = await writer.commentNumber("Words of mine.")
        _ = await writer.report(number)
        _ = await moderator.rule("dismiss", on: 1)
        #expect(await moderator.get("/desk").text.contains("/desk/rulings/1/undo"))
        _ = await writer.post("/comments/\(number)/delete", [:])
        for path in ["/desk", "/desk/cases/1"] {
            let page = await moderator.get(path).text
            #expect(page.contains("The commenter removed the comment later."), "\(path)")
            #expect(!page.contains("/desk/rulings/1/undo"), "\(path)")
        }
    }

    @Test("A commenter who asked reads that the comment broke a rule, and the note")
    func brokeRule() async throws {
        let newspaper = try await TestSite()
        var (writer, moderator) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .moderator))
        let number = await writer.commentNumber("Words of mine.")
        newspaper.clock.advance(600)
        _ = await writer.post("/comments/\(number)/delete", ["ask": "yes"])
        #expect(await moderator.rule("uphold", on: 1, sentence: "Mind your words.", asked: "yes").status == 303)
        let page = await writer.get("/comments/\(number)/delete")
        #expect(page.status == 200 && page.text.contains("because it broke a rule"))
        #expect(page.text.contains("Mind your words."))
        #expect(await writer.post("/comments/\(number)/delete", ["ask": "yes"]).status < 500)
        #expect(try await newspaper.faults() == [])
    }

    @Test("The desk keeps a reported comment in its case, closed, and the receipt says what became of it")
    func reported() async throws {
        let newspaper = try await TestSite()
        var (writer, reader) = (TestBrowser(newspaper), TestBrowser(newspaper))
        var moderator = TestBrowser(newspaper, as: .moderator)
        reader.address = "192.0.2.9"
        let number = await writer.commentNumber("Frist words.", name: "Somebody loud")
        _ = await writer.post("/comments/\(number)/edit", ["text": "Words of mine."])
        let receipt = try #require(await reader.report(number).location)
        let opened = await moderator.get("/desk/cases/1?view=open")
        let revision = try opened.page().content(ofField: "revision") ?? ""
        #expect(await writer.post("/comments/\(number)/delete", [:]).status == 303)

        let late = await moderator.rule("uphold", on: 1, sentence: "Mind your words.", revision: revision)
        #expect(late.status == 409 && late.text.contains("Its author has removed this comment"))
        #expect(late.text.contains("Mind your words."), "what was typed is not lost")
        let closed = await moderator.get("/desk/cases/1?view=open").text
        for word in ["Words of mine.", "Frist words.", "Somebody loud", "There is nothing to decide"] {
            #expect(closed.contains(word), "\(word)")
        }
        #expect(await !moderator.get("/desk/queue").text.contains("Words of mine."))
        #expect(await reader.get(receipt).text.contains("The comment was removed by its author."))
        let story = await moderator.get(Self.path).text
        #expect(story.contains("/desk/comments/\(number)/case") && !story.contains("Words of mine."))
        #expect(await moderator.get("/desk/comments/\(number)/case").location == "/desk/cases/1")
        for (path, page) in await reader.allPages(comments: [number]) {
            #expect(!page.contains("Words of mine.") && !page.contains("Somebody loud"), "\(path)")
        }
        #expect(try await newspaper.faults() == [])
    }

    @Test("A comment without a report leaves nothing at the desk, and its link says so")
    func nothingKept() async throws {
        let newspaper = try await TestSite()
        var (writer, moderator) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .moderator))
        let number = await writer.commentNumber("Words of mine.")
        #expect(await moderator.get("/desk/queue?view=unread").text.contains("Words of mine."))
        _ = await writer.post("/comments/\(number)/delete", [:])
        #expect(await !moderator.get("/desk/queue?view=unread").text.contains("Words of mine."))
        let found = await moderator.get("/desk/comments/\(number)/case")
        #expect(found.status == 410 && found.text.contains("Nobody had reported it"))
        let opened = await moderator.post("/desk/comments/\(number)/case", ["back": "oldest"])
        #expect(opened.status == 410)
    }

    @Test("A comment that the desk removed under a rule is not deleted by its author")
    func ruled() async throws {
        let newspaper = try await TestSite()
        var (writer, moderator) = (TestBrowser(newspaper), TestBrowser(newspaper, as: .moderator))
        let number = await writer.commentNumber("Something vile.")
        _ = await writer.report(number)
        _ = await moderator.rule("uphold", on: 1)
        for reply in [
            await writer.get("/comments/\(number)/delete"), await writer.post("/comments/\(number)/delete", [:]),
        ] {
            #expect(reply.status == 403 && reply.text.contains("because it broke a rule"))
            #expect(!reply.text.contains("vile"))
        }
        #expect(await !writer.get(Self.path).text.contains("/comments/\(number)/delete"))
        #expect(await moderator.get("/desk/cases/1").text.contains("Something vile."))
    }
}
