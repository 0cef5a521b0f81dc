import Database
package import Foundation
package import Newsroom

/// Notes about comments and names, for staff only.
extension Transaction {
    /// Stores a note about the comment of a case or about its name. The log names the subject and the number of the
    /// note, never its words. Refuses with `notFound`.
    @discardableResult
    package func addNote(
        _ draft: DeskNoteDraft, on caseID: Case.ID, by staff: Staff, now: Date
    ) throws -> DeskNote.ID {
        let number: Comment.ID? = try value("SELECT comment_id FROM cases WHERE id = $1", caseID)
        guard let number, let comment = try comment(number) else { throw Refusal(.missing(.deskCase)) }
        let isAboutComment = draft.subject == .comment
        guard isAboutComment || !comment.name.isEmpty else { throw Refusal(.deletion(.erased)) }
        let about: (comment: Comment.ID?, name: String?) =
            isAboutComment ? (comment.id, nil) : (nil, comment.name.foldedName)
        let id = DeskNote.ID(
            try insert(
                """
                INSERT INTO desk_notes (comment_id, name_key, staff_id, text, created_at)
                VALUES ($1, $2, $3, $4, $5) RETURNING id
                """, about.comment, about.name, staff.id, draft.text, now))
        // The log is for good, so it has no name of a reader.
        let detail = isAboutComment ? "note \(id)" : "note \(id), about the name"
        try log("note", on: "comment \(comment.id)", detail: detail, by: staff, now: now)
        return id
    }

    /// The latest notes about a comment and about its name, newest first.
    func deskNotes(on comment: Comment) throws -> [DeskNote] {
        let aboutComment = try all(
            """
            SELECT n.id, s.name, n.text, n.created_at FROM desk_notes n JOIN people s ON s.id = n.staff_id
            WHERE n.comment_id = $1 ORDER BY n.id DESC LIMIT $2
            """, comment.id, DeskNote.shown
        ) { row in try note(row, about: .comment) }
        // All erased comments, and those of former readers, have the empty name.
        let aboutName =
            comment.name.isEmpty
            ? []
            : try all(
                """
                SELECT n.id, s.name, n.text, n.created_at FROM desk_notes n JOIN people s ON s.id = n.staff_id
                WHERE n.name_key = $1 ORDER BY n.id DESC LIMIT $2
                """, comment.name.foldedName, DeskNote.shown
            ) { row in try note(row, about: .name) }
        return (aboutComment + aboutName).sorted { $0.id.number > $1.id.number }
    }

    private func note(_ row: Row, about subject: DeskNote.Subject) throws -> DeskNote {
        DeskNote(
            id: try row[0], subject: subject, authorName: try row[1], text: try row[2], createdAt: try row[3])
    }
}
