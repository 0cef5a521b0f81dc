package import Database
import Foundation
package import Newsroom

/// Notes on drafts. Each write refuses a draft that is not open to the writer with `notFound` or `forbidden`. None
/// changes the revision or the lease of the draft, so that no open form becomes old.
extension Transaction {
    /// The notes of a draft in the order of their time.
    package func draftNotes(of id: Draft.ID) throws -> [DraftNote] {
        try all(
            """
            SELECT n.id, n.author_id, a.name, n.created_at, n.text, n.passage, n.resolved_at, n.resolved_by, r.name
            FROM draft_notes n JOIN people a ON a.id = n.author_id LEFT JOIN people r ON r.id = n.resolved_by
            WHERE n.draft_id = $1 ORDER BY n.id LIMIT $2
            """, id, DraftNote.mostPerDraft
        ) { row in
            let resolvedAt: Date? = try row[6]
            return DraftNote(
                id: try row[0], author: DraftPerson(id: try row[1], name: try row[2]), createdAt: try row[3],
                text: try row[4], passage: try row[5],
                resolution: try resolvedAt.map {
                    DraftNote.Resolution(by: DraftPerson(id: try row[7], name: try row[8]), at: $0)
                })
        }
    }

    /// Stores a note. Refuses one more than `DraftNote.mostPerDraft` with `invalid`.
    package func addNote(_ text: String, about passage: String?, _ writing: DraftWriting) throws -> DraftNote.ID {
        let draft = try openDraft(writing)
        let count: Int = try value("SELECT COUNT(*) FROM draft_notes WHERE draft_id = $1", draft.id) ?? 0
        guard count < DraftNote.mostPerDraft else {
            throw Refusal(.draft(.tooManyNotes), [.limit: .number(DraftNote.mostPerDraft)], field: "text")
        }
        let id = DraftNote.ID(
            try insert(
                """
                INSERT INTO draft_notes (draft_id, author_id, created_at, text, passage)
                VALUES ($1, $2, $3, $4, $5) RETURNING id
                """, draft.id, writing.staff.id, writing.now, text, passage))
        try logNote(id, "draft.note", writing)
        return id
    }

    /// Marks a note as resolved. Does nothing if a colleague has done so.
    package func resolveNote(_ id: DraftNote.ID, _ writing: DraftWriting) throws {
        guard try !isResolved(id, writing) else { return }
        try run(
            "UPDATE draft_notes SET resolved_at = $2, resolved_by = $3 WHERE id = $1", id, writing.now,
            writing.staff.id)
        try logNote(id, "draft.resolveNote", writing)
    }

    /// Opens a resolved note again. Does nothing if a colleague has done so.
    package func reopenNote(_ id: DraftNote.ID, _ writing: DraftWriting) throws {
        guard try isResolved(id, writing) else { return }
        try run("UPDATE draft_notes SET resolved_at = NULL, resolved_by = NULL WHERE id = $1", id)
        try logNote(id, "draft.reopenNote", writing)
    }

    private func isResolved(_ id: DraftNote.ID, _ writing: DraftWriting) throws -> Bool {
        let draft = try openDraft(writing)
        let resolved = try first(
            "SELECT resolved_at FROM draft_notes WHERE id = $1 AND draft_id = $2", id, draft.id
        ) { row in !row.isNull(at: 0) }
        guard let resolved else { throw Refusal(.missing(.draftNote)) }
        return resolved
    }

    /// The log has the number of the note, never its words.
    private func logNote(_ id: DraftNote.ID, _ action: String, _ writing: DraftWriting) throws {
        try log(action, on: "draft \(writing.draft)", detail: "note \(id)", by: writing.staff, now: writing.now)
    }
}
