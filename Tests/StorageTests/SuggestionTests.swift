import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Suggested corrections in the database", .timeLimit(.minutes(5)))
struct SuggestionTests {
    /// A newsroom with an editor.
    struct Desk {
        let newsroom: TestNewsroom
        let editor: Staff
        let colleague: Staff
        var database: Database { newsroom.database }

        init(_ engine: TestedEngine) async throws {
            newsroom = try await engine.newsroom()
            (editor, colleague) = try await newsroom.database.write { tx in
                (
                    try tx.addStaff(
                        email: "e@example.org", name: "The editor", role: .editor, passwordHash: "-", now: .noon),
                    try tx.addStaff(
                        email: "c@example.org", name: "A colleague", role: .editor, passwordHash: "-", now: .noon)
                )
            }
        }

        /// Sends a suggestion and returns its receipt.
        @discardableResult
        func suggest(
            _ wrong: String, passage: String? = "It", name: String? = nil, thanks: Bool = false, source: String = "one",
            person: Person.ID? = nil, receipt: String? = nil, at now: Date = .noon, limits: [Admission.Limit] = [],
            limitsOfStory: [Admission.Limit] = []
        ) async throws -> String {
            let draft = try SuggestionDraft(
                passage: passage, wrong: wrong, correct: "It did not.", evidence: "I was there.", name: name,
                mayBeThanked: thanks)
            let hash = receipt ?? wrong
            let suggesting = Suggesting(
                draft: draft, story: newsroom.story, version: 1, source: source, person: person, receiptHash: hash,
                now: now)
            try await database.write { tx in
                try tx.suggest(suggesting, limits: limits, limitsOfStory: limitsOfStory)
            }
            return hash
        }

        func open() async throws -> [Suggestion] {
            try await database.read { tx in try tx.openSuggestions().elements }
        }

        func receipt(_ hash: String) async throws -> SuggestionReceipt? {
            try await database.read { tx in try tx.suggestionReceipt(hash: hash) }
        }

        func accept(
            _ id: Suggestion.ID, by staff: Staff? = nil, at now: Date = .noon
        ) async throws -> AcceptedSuggestion {
            let staff = staff ?? editor
            return try await database.write { tx in
                try tx.accept(id, answer: "Thank you.", by: staff, now: now) { "Note on \($0.texts.wrong)" }
            }
        }

        func decide(_ id: Suggestion.ID, _ act: String, _ answer: String?, at now: Date = .noon) async throws {
            let (draft, editor) = (try SuggestionDecisionDraft(act: act, answer: answer), editor)
            try await database.write { tx in try tx.decide(id, draft, by: editor, now: now) }
        }

        func draft(_ id: Draft.ID) async throws -> Draft {
            try #require(try await database.read { tx in try tx.draft(id) })
        }

        func log() async throws -> [LogEntry] { try await database.read { tx in try tx.logEntries() } }
    }

    @Test("A suggestion is stored whole and once, and pages by key, the oldest first", arguments: TestedEngine.allCases)
    func stored(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        try await desk.suggest("One", name: "Ada", thanks: true, receipt: "same")
        try await desk.suggest("One", receipt: "same")
        try await desk.suggest("Two", passage: nil, at: .noon.later(-5))
        try await desk.suggest("Three")
        let (first, second, count) = try await desk.database.read { tx in
            let first = try tx.openSuggestions(limit: 2)
            return (first, try tx.openSuggestions(after: first.next, limit: 2), try tx.countOpenSuggestions())
        }
        #expect((first.elements + second.elements).map(\.texts.wrong) == ["Two", "One", "Three"])
        #expect(first.next != nil && second.next == nil && count == 3)
        let one = first.elements[1]
        #expect(one.texts == .init(passage: "It", wrong: "One", correct: "It did not.", evidence: "I was there."))
        #expect(one.name == "Ada" && one.thankedName == "Ada" && one.state == .open && one.decision == nil)
        #expect(one.version == 1 && one.sentAt == .noon && !one.isWithdrawn && first.elements[0].thankedName == nil)
        let receipt = try #require(try await desk.receipt("same"))
        #expect(receipt.state == .open && receipt.story?.id == desk.newsroom.story && receipt.decidedAt == nil)
        #expect(try await desk.receipt("other") == nil)
    }

    @Test("One source, and one story from all sources, have a limit", arguments: TestedEngine.allCases)
    func limits(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        let (two, three) = ([Admission.Limit(2, per: 60)], [Admission.Limit(3, per: 60)])
        for number in 1...2 { try await desk.suggest("\(number)", limits: two, limitsOfStory: three) }
        let own = await #expect(throws: Refusal.self) { try await desk.suggest("3", limits: two, limitsOfStory: three) }
        #expect(own?.kind == .tooSoon && own?.values[.limited] == .text("suggestion"))
        try await desk.suggest("4", source: "two", limits: two, limitsOfStory: three)
        let all = await #expect(throws: Refusal.self) {
            try await desk.suggest("5", source: "three", limits: two, limitsOfStory: three)
        }
        #expect(all?.values[.limited] == .text("suggestion on story"))
        try await desk.suggest("1", limits: two, limitsOfStory: three)
        try await desk.suggest("6", at: .noon.later(61), limits: two, limitsOfStory: three)
        #expect(try await desk.open().count == 4)
    }

    @Test(
        "Answers and dismissals are told on the receipt, and a decision can be taken back",
        arguments: TestedEngine.allCases)
    func decided(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        for text in ["One", "Two"] { try await desk.suggest(text) }
        let ids = try await desk.open().map(\.id)
        try await desk.decide(ids[0], "answer", "It did.", at: .noon.later(1))
        try await desk.decide(ids[1], "dismiss", nil, at: .noon.later(2))
        let (one, two) = (try await desk.receipt("One"), try await desk.receipt("Two"))
        #expect(one?.state == .answered && one?.answer == "It did." && one?.decidedAt == .noon.later(1))
        #expect(two?.state == .dismissed && two?.answer == nil)
        let late = await #expect(throws: Refusal.self) { try await desk.decide(ids[0], "dismiss", "Mine.") }
        #expect(late?.code == .suggestion(.decidedMeanwhile) && late?.values[.name] == .text("The editor"))
        let (first, second) = try await desk.database.read { tx in
            let first = try tx.decidedSuggestions(limit: 1)
            return (first, try tx.decidedSuggestions(after: first.next, limit: 1))
        }
        #expect((first.elements + second.elements).map(\.id) == [ids[1], ids[0]] && second.next == nil)
        let editor = desk.editor
        try await desk.database.write { tx in try tx.reopen(ids[0], by: editor, now: .noon.later(3)) }
        let again = await #expect(throws: Refusal.self) {
            try await desk.database.write { tx in try tx.reopen(ids[0], by: editor, now: .noon) }
        }
        #expect(again?.code == .suggestion(.openAlready))
        let reopened = try #require(try await desk.receipt("One"))
        #expect(reopened.state == .open && reopened.answer == nil && reopened.decidedAt == nil)
        let open = try #require(try await desk.open().first)
        #expect(open.decision?.act == .reopen && open.earlier.map(\.act) == [.answer])
        #expect(open.earlier.map(\.answer) == ["It did."] && open.earlier.map(\.by.name) == ["The editor"])
        let dismissed = try await desk.database.read { tx in try tx.suggestion(ids[1]) }
        #expect(dismissed?.earlier == [])
        let log = try await desk.log().filter { $0.action.hasPrefix("suggestion.") }.reversed()
        #expect(log.map(\.action) == ["suggestion.answer", "suggestion.dismiss", "suggestion.reopen"])
        #expect(log.first?.detail == "story \(desk.newsroom.story): It did." && log.first?.actor == "e@example.org")
        try await desk.newsroom.expectSound()
    }

    @Test(
        "Accepting begins the correction, and the receipt finds it when it is published",
        arguments: TestedEngine.allCases)
    func accepted(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        try await desk.suggest("One")
        let id = try await desk.open()[0].id
        let accepted = try await desk.accept(id)
        let draft = try await desk.draft(accepted.draft)
        #expect(accepted.place == .form)
        #expect(draft.content.act == .correction && draft.content.correction == "Note on One")
        #expect(draft.lease.holder?.id == desk.editor.id && draft.story == desk.newsroom.story)
        let waiting = try #require(try await desk.receipt("One"))
        #expect(waiting.state == .accepted && waiting.answer == "Thank you." && waiting.correction == nil)
        try await desk.database.write { tx in
            let publication = DraftPublication(opening: "", language: .english)
            _ = try tx.publish(draft, publication, by: "-", now: .noon.later(9))
        }
        let correction = try #require(try await desk.receipt("One")?.correction)
        #expect(correction.note?.sent == "Note on One" && correction.version == 2 && correction.at == .noon.later(9))
    }

    @Test("A suggestion knows the draft that its story has become again", arguments: TestedEngine.allCases)
    func unpublished(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        try await desk.suggest("One")
        let (editor, story) = (desk.editor, desk.newsroom.story)
        let draft = try await desk.database.write { tx in
            let draft = try tx.reviseStory(story, by: editor, now: .noon)
            try tx.withdraw(story, Withdrawal(at: .noon, origin: .unpublished), wireVersion: nil)
            try tx.run("UPDATE drafts SET story_id = NULL, unpublished_id = $2 WHERE id = $1", draft, story)
            return draft
        }
        let open = try #require(try await desk.open().first)
        #expect(open.isWithdrawn && open.isDraftAgain && open.draft == draft)
    }

    @Test("A second note to readers becomes a note to colleagues", arguments: TestedEngine.allCases)
    func second(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        for text in ["One", "Two"] { try await desk.suggest(text, passage: "Passage \(text)") }
        let ids = try await desk.open().map(\.id)
        let draft = try await desk.accept(ids[0]).draft
        #expect(try await desk.accept(ids[1]) == .init(draft: draft, place: .note))
        #expect(try await desk.draft(draft).content.correction == "Note on One")
        let notes = try await desk.database.read { tx in try tx.draftNotes(of: draft) }
        #expect(
            notes.allSatisfy { $0.text.hasPrefix("Suggestion ") && $0.text.hasSuffix("\n\nNote on Two") }
                && notes.map(\.passage) == ["Passage Two"])
    }

    @Test(
        "A colleague's or a scheduled draft, and a withdrawn story, take no correction",
        arguments: TestedEngine.allCases)
    func busy(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        try await desk.suggest("One")
        let (id, editor, colleague, story) = (
            try await desk.open()[0].id, desk.editor, desk.colleague, desk.newsroom.story
        )
        let number = try await desk.database.write { tx in try tx.reviseStory(story, by: colleague, now: .noon) }
        let before = try await desk.draft(number)
        let entries = try await desk.log().count
        let written = await #expect(throws: Refusal.self) { _ = try await desk.accept(id) }
        #expect(written?.code == .suggestion(.colleagueWrites) && written?.values[.name] == .text("A colleague"))
        #expect(try await desk.draft(number) == before)
        #expect(try await desk.log().count == entries)
        try await desk.database.write { tx in
            let writing = DraftWriting(
                draft: number, stamp: before.stamp, staff: colleague, reportersPublish: false, now: .noon)
            try tx.schedule(at: .noon.later(9_000), writing)
        }
        let scheduled = await #expect(throws: Refusal.self) { _ = try await desk.accept(id, by: editor) }
        #expect(scheduled?.code == .suggestion(.draftIsScheduled))
        try await desk.database.write { tx in
            try tx.withdraw(story, version: 1, reason: "It was wrong.", by: "-", now: .noon)
        }
        let gone = await #expect(throws: Refusal.self) { _ = try await desk.accept(id) }
        #expect(gone?.code == .story(.withdrawn))
        #expect(try await desk.open()[0].isWithdrawn)
        #expect(try await desk.receipt("One")?.story == nil, "nobody sees the headline of a withdrawn story")
        let late = await #expect(throws: Refusal.self) { try await desk.suggest("Two") }
        #expect(late?.code == .story(.withdrawn))
        try await desk.decide(id, "dismiss", nil)
    }

    @Test(
        "A sender with an account is told of the decision; reopening and leaving leave nothing",
        arguments: TestedEngine.allCases)
    func told(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        let reader = try await desk.database.write { tx in
            try tx.insert(
                """
                INSERT INTO people (email, name, role, password_hash, created_at)
                VALUES ('r@example.org', 'Ada', 'reader', '', 1) RETURNING id
                """)
        }
        let person = Person.ID(reader)
        try await desk.suggest("One", name: "Ada", thanks: true, person: person)
        let id = try await desk.open()[0].id
        try await desk.decide(id, "answer", "It did.")
        let told = try await desk.database.read { tx in try tx.notifications(of: person, before: nil, limit: 9) }
        #expect(told.map(\.kind) == [.report] && told[0].suggestion == .init(act: .answer, answer: "It did."))
        #expect(told[0].comment == nil && told[0].story?.id == desk.newsroom.story && told[0].name == nil)
        let part = try await desk.database.read { tx in
            try tx.personalPart(.suggestions, of: person, after: nil).text
        }
        #expect(part.contains("\"wrong\" : \"One\"") && part.contains("It did.") && !part.contains("editor"))
        let editor = desk.editor
        try await desk.database.write { tx in try tx.reopen(id, by: editor, now: .noon) }
        #expect(try await desk.database.read { tx in try tx.notifications(of: person, before: nil, limit: 9) } == [])
        let account = Reader(id: person, name: "Ada", email: "r@example.org")
        try await desk.database.write { tx in try tx.erase(account, choosing: .keep, now: .noon) }
        let erased = try await desk.open()[0]
        #expect(erased.name == nil && !erased.mayBeThanked && erased.texts.wrong == "One")
        #expect(
            try await desk.database.read { tx in
                try !tx.exists("SELECT 1 FROM suggestions WHERE person_id IS NOT NULL LIMIT 1")
            })
    }
}
