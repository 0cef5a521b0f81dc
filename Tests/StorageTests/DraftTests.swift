import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Drafts", .timeLimit(.minutes(5)))
struct DraftTests {
    /// A newspaper with a reporter and an editor, and a draft by the reporter.
    struct Desk: Sendable {
        let newsroom: TestNewsroom
        let reporter: Staff
        let editor: Staff
        let draft: Draft.ID

        init(_ engine: TestedEngine) async throws {
            newsroom = try await engine.newsroom()
            (reporter, editor, draft) = try await newsroom.database.write { tx in
                let people = try [Role.reporter, .editor].map { role in
                    try tx.addStaff(
                        email: "\(role.rawValue)@example.org", name: "The \(role.rawValue)", role: role,
                        passwordHash: "-", now: .noon)
                }
                return (people[0], people[1], try tx.createDraft(.test, by: people[0], now: .noon))
            }
        }

        func write<T: Sendable>(
            as staff: Staff, from stamp: DraftStamp? = nil, at now: Date = .noon,
            _ body: @escaping @Sendable (Transaction, DraftWriting) throws -> T
        ) async throws -> T {
            let stamp = if let stamp { stamp } else { try await stored().stamp }
            let writing = DraftWriting(draft: draft, stamp: stamp, staff: staff, reportersPublish: false, now: now)
            return try await newsroom.database.write { tx in try body(tx, writing) }
        }

        func refusal(
            as staff: Staff, from stamp: DraftStamp? = nil, at now: Date = .noon,
            _ body: @escaping @Sendable (Transaction, DraftWriting) throws -> Void
        ) async throws -> Refusal.Code? {
            do {
                try await write(as: staff, from: stamp, at: now, body)
                return nil
            } catch let refusal as Refusal { return refusal.code }
        }

        func stored() async throws -> Draft {
            try #require(try await newsroom.database.read { tx in try tx.draft(draft) })
        }
    }

    @Test("A draft is stored whole, and each save is kept", arguments: TestedEngine.allCases)
    func saving(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        let first = try await desk.stored()
        #expect(first.content == .test && first.revision == 1 && first.author.name == "The reporter")
        let stamp = try await desk.write(as: desk.reporter) { tx, writing in
            try tx.save(.test(headline: "Second"), note: "A better headline", writing)
        }
        #expect(stamp.revision == 2)
        let saved = try await desk.newsroom.database.read { tx in
            (try tx.savedDrafts(of: desk.draft), try tx.savedContent(of: desk.draft, revision: 1))
        }
        #expect(saved.0.map(\.note) == ["A better headline", nil])
        #expect(saved.1 == .test)
    }

    @Test("A save from an older revision is refused and changes nothing", arguments: TestedEngine.allCases)
    func stale(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        let old = try await desk.stored().stamp
        _ = try await desk.write(as: desk.reporter) { tx, writing in
            try tx.save(.test(headline: "New"), note: nil, writing)
        }
        let code = try await desk.refusal(as: desk.reporter, from: old) { tx, writing in
            try tx.save(.test(headline: "Old"), note: nil, writing)
        }
        #expect(code == .draft(.changedMeanwhile))
        #expect(try await desk.stored().content.headline == "New")
    }

    @Test(
        "While a colleague writes, nobody else can; after taking over, the colleague cannot",
        arguments: TestedEngine.allCases)
    func leases(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        let before = try await desk.stored().stamp
        let save: @Sendable (Transaction, DraftWriting) throws -> Void = { tx, writing in
            try tx.save(.test(headline: "By \(writing.staff.name)"), note: nil, writing)
        }
        #expect(try await desk.refusal(as: desk.editor, save) == .draft(.takenOver))
        try await desk.write(as: desk.editor) { tx, writing in try tx.takeOver(writing) }
        #expect(try await desk.refusal(as: desk.reporter, from: before, save) == .draft(.takenOver))
        #expect(try await desk.refusal(as: desk.editor, save) == nil)
        // A colleague who has saved nothing for ten minutes is no longer writing.
        let later = Date.noon.later(DraftLease.seconds)
        #expect(try await desk.refusal(as: desk.reporter, at: later.later(-1), save) == .draft(.takenOver))
        #expect(try await desk.refusal(as: desk.reporter, at: later, save) == nil)
        #expect(try await desk.stored().content.headline == "By The reporter")
    }

    @Test("A reporter submits; editors give back, schedule and publish", arguments: TestedEngine.allCases)
    func workflow(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        try await desk.write(as: desk.reporter) { tx, writing in try tx.submit(writing) }
        #expect(try await desk.stored().state == .submitted)
        #expect(try await desk.stored().lease.holder == nil)
        try await desk.write(as: desk.editor) { tx, writing in try tx.giveBack(writing) }
        #expect(try await desk.stored().state == .draft)
        try await desk.write(as: desk.editor) { tx, writing in try tx.schedule(at: .noon.later(60), writing) }
        let code = try await desk.refusal(as: desk.reporter) { tx, writing in try tx.save(.test, note: nil, writing) }
        #expect(code == .draft(.closedToYou))
        let jobs = try await desk.newsroom.database.read { tx in try tx.jobs(limit: 10, now: .noon) }
        #expect(jobs.map(\.title) == ["publish draft \(desk.draft)"])
        #expect(jobs.map(\.dueAt) == [.noon.later(60)])
        try await desk.write(as: desk.editor) { tx, writing in try tx.giveBack(writing) }
        #expect(try await desk.newsroom.database.read { tx in try tx.jobCounts() }.open == 0)
    }

    @Test(
        "Saving another time moves a scheduled story; saving none ends the schedule", arguments: TestedEngine.allCases)
    func rescheduling(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        try await desk.write(as: desk.editor) { tx, writing in try tx.takeOver(writing) }
        try await desk.write(as: desk.editor) { tx, writing in try tx.schedule(at: .noon.later(600), writing) }
        for (seconds, state, due) in [
            (60, Draft.State.scheduled, [60]), (6_000, .scheduled, [6_000]), (nil, .draft, []),
        ] as [(Double?, Draft.State, [Double])] {
            var content = DraftContent.test
            content.publishAt = seconds.map { .noon.later($0) }
            let saved = content
            _ = try await desk.write(as: desk.editor) { tx, writing in try tx.save(saved, note: nil, writing) }
            #expect(try await desk.stored().state == state)
            let jobs = try await desk.newsroom.database.read { tx in try tx.jobs(limit: 10, now: .noon) }
            #expect(jobs.map(\.dueAt) == due.map { .noon.later($0) })
        }
    }

    @Test("The story gets its number and its change only at publication", arguments: TestedEngine.allCases)
    func publishing(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        let database = desk.newsroom.database
        let before = try await database.read { tx in try tx.latestChange() }
        try await desk.write(as: desk.editor) { tx, writing in try tx.takeOver(writing) }
        #expect(try await database.read { tx in try tx.latestChange() } == before)
        let draft = try await desk.stored()
        let id = try await database.write { tx in
            try tx.publish(
                draft, DraftPublication(opening: "It opens.", language: .english), by: "editor",
                now: .noon.later(60))
        }
        let story = try #require(try await database.read { tx in try tx.story(id) })
        #expect(story.id.number == desk.newsroom.story.number + 1)
        #expect(story.current.headline.sent == "A lighthouse opens" && story.publishedAt == .noon.later(60))
        #expect(story.topics.map(\.name) == ["Harbors"])
        #expect(story.current.credits == [Credit(role: "Reporting", person: "Ada Example", place: "Porto")])
        let changes = try await database.read { tx in try tx.changes(after: before, limit: 10) }
        #expect(changes.map(\.kind).contains(.storyPublished))
        #expect(try await desk.stored().story == id)
    }

    @Test(
        "A published story is revised from its current version; a typo keeps its time", arguments: TestedEngine.allCases
    )
    func revising(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let database = newsroom.database
        let editor = try await database.write { tx in
            try tx.addStaff(email: "e@example.org", name: "The editor", role: .editor, passwordHash: "-", now: .noon)
        }
        let id = try await database.write { tx in
            try tx.run("UPDATE versions SET sign_off = 'Desk of the night' WHERE story_id = $1", newsroom.story)
            return try tx.reviseStory(newsroom.story, by: editor, now: .noon)
        }
        #expect(try await database.write { tx in try tx.reviseStory(newsroom.story, by: editor, now: .noon) } == id)
        let draft = try #require(try await database.read { tx in try tx.draft(id) })
        let before = try #require(try await database.read { tx in try tx.story(newsroom.story) })
        #expect(draft.content.headline == "A bridge opens" && draft.content.agency == "Broadsheet")
        #expect(draft.content.topics == ["Bridges"])
        for (act, time) in [(Version.Act.typo, before.updatedAt), (.correction, .noon.later(7_200))] {
            try await database.write { tx in
                var draft = try #require(try tx.draft(id))
                draft.content.act = act
                draft.content.correction = "It opened on Monday."
                _ = try tx.publish(
                    draft, DraftPublication(opening: "", language: .english), by: "editor", now: .noon.later(7_200))
            }
            let story = try #require(try await database.read { tx in try tx.story(newsroom.story) })
            #expect(story.updatedAt == time && story.current.act == act)
            #expect(story.current.note?.sent == (act == .typo ? nil : "It opened on Monday."))
            #expect(story.current.wireVersion == before.current.wireVersion)
            #expect(story.current.signOff?.sent == "Desk of the night")
        }
        let old = draft
        await #expect(throws: Refusal(.draft(.storyChanged))) {
            try await database.write { tx in
                try tx.publish(
                    old, DraftPublication(opening: "", language: .english), by: "editor", now: .noon)
            }
        }
        // The version that was revised is not new when the agency sends it again.
        let again = try await database.write { tx in try tx.publish(.test(guid: "one", version: 1), opening: "") }
        #expect(again == .unchanged(newsroom.story))
    }

    @Test("A discarded draft is gone; that of a published story ends", arguments: TestedEngine.allCases)
    func discarding(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        try await desk.write(as: desk.reporter) { tx, writing in try tx.discard(writing) }
        #expect(try await desk.newsroom.database.read { tx in try tx.draft(desk.draft) } == nil)
        let kept = try await desk.newsroom.database.write { tx in
            try tx.createDraft(.test, of: desk.newsroom.story, by: desk.editor, now: .noon)
        }
        let state = try await desk.newsroom.database.write { tx in
            let stamp = try #require(try tx.draft(kept)).stamp
            try tx.discard(
                DraftWriting(draft: kept, stamp: stamp, staff: desk.editor, reportersPublish: false, now: .noon))
            return try tx.draft(kept)?.state
        }
        #expect(state == .published)
    }

    @Test("Lists show one's own drafts, and all of a state, page by page", arguments: TestedEngine.allCases)
    func lists(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        let database = desk.newsroom.database
        try await database.write { tx in
            for number in 1...5 {
                let now = Date.noon.later(Double(number / 2))
                _ = try tx.createDraft(.test(headline: "No. \(number)"), by: desk.editor, now: now)
            }
        }
        let own = try await database.read { tx in try tx.drafts(by: desk.reporter.id, matching: StoryFilter()) }
        #expect(own.elements.map(\.id) == [desk.draft] && own.next == nil)
        var (headlines, key): ([String], PageKey?) = ([], nil)
        repeat {
            let after = key
            let page = try await database.read { tx in
                try tx.drafts(in: .draft, matching: StoryFilter(), after: after, limit: 2)
            }
            headlines += page.elements.map(\.headline)
            key = page.next
        } while key != nil
        #expect(headlines == ["No. 5", "No. 4", "No. 3", "No. 2", "No. 1", "A lighthouse opens"])
    }
}

extension DraftContent {
    static let test = test(headline: "A lighthouse opens")

    static func test(headline: String) -> DraftContent {
        var content = DraftContent()
        content.headline = headline
        content.body = "It opens.\n\n## How it works\n\nA lamp turns."
        content.topics = ["Harbors"]
        content.credits = [DraftCredit(role: "Reporting", person: "Ada Example", place: "Porto")]
        return content
    }
}
