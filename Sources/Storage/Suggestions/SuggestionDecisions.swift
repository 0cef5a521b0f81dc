package import Database
package import Foundation
package import Newsroom

/// What editors do with suggestions. Each act has its row, its log entry and its notification in one transaction. An
/// act on a suggestion that a colleague has decided meanwhile is refused with `conflict`.
extension Transaction {
    /// Answers or dismisses a suggestion.
    package func decide(_ id: Suggestion.ID, _ draft: SuggestionDecisionDraft, by staff: Staff, now: Date) throws {
        let suggestion = try suggestion(id, openFor: draft.act)
        try record(draft.act, answer: draft.answer, on: suggestion, by: staff, now: now)
    }

    /// Accepts a suggestion, and begins the correction in the draft of the story. `note` becomes the note to readers.
    /// If the draft has one already, it becomes a note for colleagues, so that nothing is lost. Refuses with `conflict`
    /// while a colleague writes the draft or while it is scheduled, and a withdrawn story with `gone`.
    package func accept(
        _ id: Suggestion.ID, answer: String?, by staff: Staff, now: Date, note: (Suggestion) -> String
    ) throws -> AcceptedSuggestion {
        let suggestion = try suggestion(id, openFor: .accept)
        let number = try reviseStory(suggestion.story.id, by: staff, now: now)
        guard let draft = try draft(number) else { throw Refusal(.missing(.draft)) }
        if let colleague = draft.lease.colleague(of: staff.id, at: now) {
            throw Refusal(.suggestion(.colleagueWrites), [.name: .text(colleague.name)])
        }
        guard draft.state != .scheduled else { throw Refusal(.suggestion(.draftIsScheduled)) }
        let place = try write(note(suggestion), of: suggestion, into: draft, by: staff, now: now)
        try record(.accept, answer: answer, on: suggestion, by: staff, now: now)
        return AcceptedSuggestion(draft: number, place: place)
    }

    private func write(
        _ note: String, of suggestion: Suggestion, into draft: Draft, by staff: Staff, now: Date
    ) throws -> AcceptedSuggestion.Place {
        let writing = DraftWriting(
            draft: draft.id, stamp: draft.stamp, staff: staff, reportersPublish: true, now: now)
        guard draft.content.correction.isEmpty else {
            _ = try addNote(suggestion.note(with: note), about: suggestion.texts.passage, writing)
            return .note
        }
        var content = draft.content
        content.correction = note
        if !content.act.isCorrection { content.act = .correction }
        try save(content, note: nil, writing)
        return .form
    }

    /// Opens a decided suggestion again. Its sender sees it as open, and the notification about the decision is gone.
    /// Refuses with `conflict` if it is open.
    package func reopen(_ id: Suggestion.ID, by staff: Staff, now: Date) throws {
        guard let suggestion = try suggestion(id) else { throw Refusal(.missing(.suggestion)) }
        guard suggestion.state != .open else { throw Refusal(.suggestion(.openAlready)) }
        try run(
            """
            DELETE FROM notifications WHERE suggestion_decision_id IS NOT NULL AND suggestion_decision_id IN (
                SELECT id FROM suggestion_decisions WHERE suggestion_id = $1)
            """, id)
        try record(.reopen, answer: nil, on: suggestion, by: staff, now: now)
    }

    private func suggestion(_ id: Suggestion.ID, openFor act: Suggestion.Act) throws -> Suggestion {
        guard let suggestion = try suggestion(id) else { throw Refusal(.missing(.suggestion)) }
        guard suggestion.state == .open else {
            throw Refusal(
                .suggestion(.decidedMeanwhile),
                [
                    .name: .text(suggestion.decision?.by.name ?? ""),
                    .outcome: .text(suggestion.state.rawValue),
                ])
        }
        return suggestion
    }

    private func record(
        _ act: Suggestion.Act, answer: String?, on suggestion: Suggestion, by staff: Staff, now: Date
    ) throws {
        let decision = try insert(
            """
            INSERT INTO suggestion_decisions (suggestion_id, act, answer, staff_id, at, story_version)
            VALUES ($1, $2, $3, $4, $5, (SELECT current_version FROM stories WHERE id = $6)) RETURNING id
            """, suggestion.id, act.rawValue, answer, staff.id, now, suggestion.story.id)
        let decidedAt = act == .reopen ? nil : now
        try run(
            "UPDATE suggestions SET state = $2, decided_at = $3 WHERE id = $1", suggestion.id, act.state.rawValue,
            decidedAt)
        // The log is for good, so it has neither the words nor the name of a reader.
        let detail = answer.map { "story \(suggestion.story.id): \($0)" } ?? "story \(suggestion.story.id)"
        try log(
            "suggestion.\(act.rawValue)", on: "suggestion \(suggestion.id)", detail: detail, by: staff, now: now)
        let sender: Person.ID? =
            try first("SELECT person_id FROM suggestions WHERE id = $1", suggestion.id) { try $0[0] as Person.ID? }
            ?? nil
        if act != .reopen, let sender {
            try notify(sender, ofDecision: decision, on: suggestion.story.id, now: now)
        }
    }
}
