package import Database
import Foundation
package import Newsroom

/// Reading suggestions at the desk.
extension Transaction {
    /// The open suggestions, oldest first.
    package func openSuggestions(after key: PageKey? = nil, limit: Int = 10) throws -> PageOfResults<Suggestion> {
        let found = try all(
            """
            SELECT \(Suggestion.columns) FROM \(Suggestion.sources)
            WHERE g.state = 'open' AND (g.created_at, g.id) > ($1, $2) ORDER BY g.created_at, g.id LIMIT $3
            """, key?.milliseconds ?? Int64.min, key?.number ?? 0, limit + 1, as: suggestion)
        let shown = try found.prefix(limit).map(completed)
        let next = shown.last.map { PageKey(milliseconds: $0.sentAt.milliseconds, number: $0.id.number) }
        return PageOfResults(shown, next: found.count > limit ? next : nil)
    }

    /// The suggestions that an editor has decided, the latest decision first.
    package func decidedSuggestions(after key: PageKey? = nil, limit: Int = 10) throws -> PageOfResults<Suggestion> {
        let found = try all(
            """
            SELECT \(Suggestion.columns) FROM \(Suggestion.sources)
            WHERE g.state <> 'open' AND (g.decided_at, g.id) < ($1, $2) ORDER BY g.decided_at DESC, g.id DESC LIMIT $3
            """, key?.milliseconds ?? Int64.max, key?.number ?? 0, limit + 1, as: suggestion)
        let shown = try found.prefix(limit).map(completed)
        let next = shown.last.flatMap { last in
            last.decision.map { PageKey(milliseconds: $0.at.milliseconds, number: last.id.number) }
        }
        return PageOfResults(shown, next: found.count > limit ? next : nil)
    }

    package func suggestion(_ id: Suggestion.ID) throws -> Suggestion? {
        let found = try first(
            "SELECT \(Suggestion.columns) FROM \(Suggestion.sources) WHERE g.id = $1", id, as: suggestion)
        return try found.map(completed)
    }

    /// The suggestion with its earlier decisions, and with the draft that its story has become again.
    private func completed(_ found: Suggestion) throws -> Suggestion {
        var suggestion = found
        if found.decision != nil { suggestion.earlier = Array(try suggestionDecisions(of: found.id).dropFirst()) }
        if found.isWithdrawn, try story(found.story.id)?.withdrawal?.origin == .unpublished {
            suggestion.isDraftAgain = true
            suggestion.draft = try draftID(ofUnpublished: found.story.id)
        }
        return suggestion
    }

    /// Everything that editors did with a suggestion, the latest first; at most 20.
    private func suggestionDecisions(of id: Suggestion.ID) throws -> [Suggestion.Decision] {
        try all(
            """
            SELECT d.act, d.answer, d.staff_id, p.name, d.at
            FROM suggestion_decisions d JOIN people p ON p.id = d.staff_id
            WHERE d.suggestion_id = $1 ORDER BY d.id DESC LIMIT 20
            """, id
        ) { row in
            guard let act = Suggestion.Act(rawValue: try row[0]) else {
                throw DatabaseFault.unexpectedValue(column: 0)
            }
            return Suggestion.Decision(
                act: act, answer: try row[1], by: DraftPerson(id: try row[2], name: try row[3]), at: try row[4])
        }
    }

    /// How many suggestions are open; at most `Suggestion.mostCounted`.
    package func countOpenSuggestions() throws -> Int {
        try value(
            "SELECT COUNT(*) FROM (SELECT 1 FROM suggestions WHERE state = 'open' LIMIT $1) AS waiting",
            Suggestion.mostCounted) ?? 0
    }

    private func suggestion(_ row: Row) throws -> Suggestion {
        let act = (try row[13] as String?).flatMap { Suggestion.Act(rawValue: $0) }
        return Suggestion(
            id: try row[0], story: try storyReference(row, from: 1), isWithdrawn: try row[5], version: try row[6],
            texts: try texts(row, from: 7), name: try row[11], mayBeThanked: try row[12], sentAt: try row[18],
            state: try state(row, 19),
            decision: try act.map { act in
                Suggestion.Decision(
                    act: act, answer: try row[14], by: DraftPerson(id: try row[15], name: try row[16]), at: try row[17])
            })
    }
}

extension Suggestion {
    fileprivate static let columns: SQL = """
        g.id, s.id, s.slug, v.headline, s.language, s.is_withdrawn, g.story_version, g.passage, g.wrong, g.correct,
        g.evidence, g.name, g.may_be_thanked, d.act, d.answer, d.staff_id, p.name, d.at, g.created_at, g.state
        """
    fileprivate static let sources: SQL = """
        suggestions g JOIN stories s ON s.id = g.story_id
        JOIN versions v ON v.story_id = s.id AND v.number = s.current_version
        LEFT JOIN suggestion_decisions d ON d.id = (
            SELECT MAX(l.id) FROM suggestion_decisions l WHERE l.suggestion_id = g.id)
        LEFT JOIN people p ON p.id = d.staff_id
        """
}
