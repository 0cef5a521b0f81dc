package import Database
package import Foundation
package import Newsroom

/// A submitted suggestion. Its sender gets the receipt's token in a URL. The database stores only the token's hash.
package struct Suggesting: Sendable {
    package let draft: SuggestionDraft
    package let story: Story.ID
    /// The version that has the passage.
    package let version: Int
    package let source: String
    /// The account of the sender; `nil` without one.
    package let person: Person.ID?
    package let receiptHash: String
    package let now: Date

    package init(
        draft: SuggestionDraft, story: Story.ID, version: Int, source: String, person: Person.ID? = nil,
        receiptHash: String, now: Date
    ) {
        self.draft = draft
        self.story = story
        self.version = version
        self.source = source
        self.person = person
        self.receiptHash = receiptHash
        self.now = now
    }
}

extension Transaction {
    /// Stores a suggestion. One whose receipt is already stored changes nothing. Refuses with `notFound`, `gone` or
    /// `tooSoon`. The digest of the sender's address is counted for the limits, and not kept with the suggestion.
    package func suggest(
        _ suggesting: Suggesting, limits: [Admission.Limit], limitsOfStory: [Admission.Limit]
    ) throws {
        let isWithdrawn: Bool? = try value("SELECT is_withdrawn FROM stories WHERE id = $1", suggesting.story)
        guard let isWithdrawn else { throw Refusal(.missing(.story)) }
        guard !isWithdrawn else { throw Refusal(.story(.withdrawn)) }
        guard try !exists("SELECT 1 FROM suggestions WHERE receipt_hash = $1", suggesting.receiptHash) else { return }
        try admit(.suggestion, source: suggesting.source, limits: limits, now: suggesting.now)
        try admit(
            .suggestionOnStory, source: suggesting.story.description, limits: limitsOfStory, now: suggesting.now)
        let (draft, texts) = (suggesting.draft, suggesting.draft.texts)
        try run(
            """
            INSERT INTO suggestions (story_id, story_version, passage, wrong, correct, evidence, name, may_be_thanked,
                person_id, receipt_hash, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """, suggesting.story, suggesting.version, texts.passage, texts.wrong, texts.correct, texts.evidence,
            draft.name, draft.mayBeThanked, suggesting.person, suggesting.receiptHash, suggesting.now)
    }

    /// The content of the receipt for a suggestion. The correction that followed an acceptance is the first one of the
    /// story since.
    package func suggestionReceipt(hash: String) throws -> SuggestionReceipt? {
        let found = try first(
            """
            SELECT g.id, g.story_id, g.passage, g.wrong, g.correct, g.evidence, g.name, g.may_be_thanked, g.created_at,
                g.state, g.decided_at, s.is_withdrawn
            FROM suggestions g JOIN stories s ON s.id = g.story_id WHERE g.receipt_hash = $1
            """, hash
        ) { row in
            (
                id: try row[0] as Suggestion.ID, story: try row[1] as Story.ID, texts: try texts(row, from: 2),
                name: try row[6] as String?, mayBeThanked: try row[7] as Bool, sentAt: try row[8] as Date,
                state: try state(row, 9), decidedAt: try row[10] as Date?, isWithdrawn: try row[11] as Bool
            )
        }
        guard let found else { return nil }
        let story = found.isWithdrawn ? nil : try storyReference(found.story)
        let decision = try found.state == .open ? nil : latestDecision(on: found.id)
        let correction =
            try found.state != .accepted
            ? nil
            : story.flatMap { story in
                try decision.flatMap { try self.correction(of: story, after: $0.version) }
            }
        return SuggestionReceipt(
            story: story, texts: found.texts, name: found.name, mayBeThanked: found.mayBeThanked,
            sentAt: found.sentAt, state: found.state, answer: decision?.answer, decidedAt: found.decidedAt,
            correction: correction)
    }

    private func latestDecision(on id: Suggestion.ID) throws -> (answer: String?, version: Int)? {
        try first(
            """
            SELECT answer, story_version FROM suggestion_decisions WHERE suggestion_id = $1 ORDER BY id DESC LIMIT 1
            """, id
        ) { row in (try row[0], try row[1]) }
    }

    /// Columns, beginning at `first`: passage, wrong, correct, evidence.
    func texts(_ row: Row, from first: Int) throws -> Suggestion.Texts {
        Suggestion.Texts(
            passage: try row[first], wrong: try row[first + 1], correct: try row[first + 2],
            evidence: try row[first + 3])
    }

    func state(_ row: Row, _ column: Int) throws -> Suggestion.State {
        guard let state = Suggestion.State(rawValue: try row[column]) else {
            throw DatabaseFault.unexpectedValue(column: column)
        }
        return state
    }
}
