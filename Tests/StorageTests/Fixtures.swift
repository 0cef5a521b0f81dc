import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

/// Swift Testing declares a `Comment` too.
typealias Comment = Newsroom.Comment

extension TestedEngine {
    /// A migrated database with one story and one moderator.
    func newsroom() async throws -> TestNewsroom { try await Self.newsroom(on: open(prepared: Migrations.run)) }

    static func newsroom(on database: Database) async throws -> TestNewsroom {
        try await Migrations.run(on: database)
        let story = try await database.write { tx in
            try tx.publish(.test(guid: "one", version: 1), opening: "It began.").story
        }
        let moderator = try await database.write { tx in
            try tx.addStaff(
                email: "moderator@example.org", name: "The moderator", role: .moderator, passwordHash: "-", now: .noon)
        }
        return TestNewsroom(database: database, story: story, moderator: moderator)
    }
}

struct TestNewsroom: Sendable {
    let database: Database
    let story: Story.ID
    let moderator: Staff

    /// Posts a comment. Without a source, each comment gets a new source.
    @discardableResult
    func post(
        _ text: String, name: String = "A reader", answering parent: Comment.ID? = nil, source: String? = nil,
        writer: String = "writer", at now: Date = .noon, rules: PostingRules = .open
    ) async throws -> Comment {
        let draft = try CommentDraft(name: name, text: text, email: nil, parent: parent, storyVersion: 1)
        let posting = Posting(
            draft: draft, story: story, source: source ?? UUID().uuidString, commenter: .browser(writer), now: now)
        return try await database.write { tx in try tx.post([posting], rules: rules)[0].get().comment }
    }

    /// Reports a comment. Without a receipt, each report gets a new receipt.
    func report(
        _ comment: Comment, source: String, clause: String = "abuse", text: String = "see for yourself",
        receipt: String? = nil, at now: Date = .noon
    ) async throws {
        let draft = try ReportDraft(clause: clause, text: text, email: nil, policy: .standard)
        let reporting = Reporting(
            draft: draft, comment: comment.id, source: source, receiptHash: receipt ?? UUID().uuidString, now: now)
        try await database.write { tx in try tx.report(reporting, limits: []) }
    }

    /// Rules on the current text of a case.
    func rule(
        _ outcome: Ruling.Outcome, _ caseID: Case.ID, clause: String? = "abuse", at now: Date = .noon
    ) async throws -> Ruling.ID {
        let moderator = moderator
        return try await database.write { tx in
            let draft = try RulingDraft(
                outcome: outcome.rawValue, clause: clause, sentence: nil,
                revision: try tx.deskCase(caseID)?.comment.revision, readsRequest: true, policy: .standard)
            return try tx.rule(caseID, draft, by: moderator, now: now)
        }
    }

    func undo(_ ruling: Ruling.ID) async throws {
        let moderator = moderator
        try await database.write { tx in try tx.undo(ruling, by: moderator, now: .noon) }
    }

    func cases() async throws -> [Case] { try await database.read { tx in try tx.openCases() } }

    func comment(_ id: Comment.ID) async throws -> Comment {
        try #require(try await database.read { tx in try tx.comment(id) })
    }

    func count() async throws -> Int {
        let story = story
        return try #require(try await database.read { tx in try tx.story(story) }).commentCount
    }

    func place(after key: PageKey, in order: ThreadOrder) async throws -> DiscussionPlace {
        let story = story
        return try await database.read { tx in try tx.place(after: key, in: order, of: story) }
    }

    func threads(_ order: ThreadOrder = .oldest, after: PageKey? = nil) async throws -> PageOfResults<Newsroom.Thread> {
        let story = story
        return try await database.read { tx in try tx.threads(of: story, order: order, after: after) }
    }

    /// Expects that every counter equals a recount, and that the log's chain is complete.
    func expectSound() async throws {
        let (faults, broken) = try await database.read { tx in (try tx.countFaults(), try tx.firstBrokenLogEntry()) }
        #expect(faults == [])
        #expect(broken == nil)
    }
}

extension Transaction {
    /// The first 50 open cases, with what their pages show, the most urgent first.
    func openCases() throws -> [Case] {
        let ids: [Case.ID] = try all(
            "SELECT id FROM cases WHERE ruling_id IS NULL ORDER BY due_at, id LIMIT 50"
        ) { try $0[0] }
        return try ids.compactMap { try deskCase($0) }
    }

    /// Edits a comment as the commenter, who has seen the current text.
    @discardableResult
    func edit(
        _ id: Comment.ID, to text: String, writer: String, source: String = "one", rules: PostingRules = .open,
        now: Date
    ) throws -> Comment {
        try edit(
            CommentEdit(comment: id, text: text, revision: nil, writer: writer, source: source, now: now), rules: rules)
    }
}

extension ClosingRule {
    static let never = ClosingRule(days: nil)
}

extension PostingRules {
    static let open = PostingRules(closing: ClosingRule(days: nil), holdsUnknownNames: false, limits: [])
    static let holding = PostingRules(closing: ClosingRule(days: nil), holdsUnknownNames: true, limits: [])
}

extension Date {
    static let noon = Date(milliseconds: 1_700_000_000_000)

    func later(_ seconds: Double) -> Date { addingTimeInterval(seconds) }
}

extension IncomingStory {
    static func test(
        guid: String, version: Int, status: Status = .usable, headline: String = "A bridge opens",
        created: Date = .noon, topics: [Topic] = [Topic(name: "Bridges")]
    ) -> IncomingStory {
        IncomingStory(
            guid: guid, wireVersion: version, status: status, language: .english, firstCreated: created,
            versionCreated: created.later(Double(version) * 60), headline: headline,
            dateline: Dateline(place: "LONDON", agency: "Broadsheet"), byline: "The Bridge Desk",
            body: "It began.\n\n## AND THEN\n\nIt went on.",
            credits: [Credit(role: "Editing", person: "the Night Desk", place: nil)], topics: topics)
    }
}
