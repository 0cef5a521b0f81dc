package import Database
package import Foundation
package import Newsroom

/// Texts that people have typed and not saved: one for each draft and person.
extension Transaction {
    /// Stores a text in place of the writer's last one, without a version and without an entry in the log. Takes a
    /// free lease, or renews the writer's. Refuses like `begin`. Returns the stamp for the next write.
    package func autosave(_ typed: TypedDraft, _ writing: DraftWriting) throws -> DraftStamp {
        let stamp = try begin(writing).stamp
        let json = String(decoding: try JSONEncoder().encode(typed), as: UTF8.self)
        try run(
            """
            INSERT INTO autosaves (draft_id, staff_id, content, revision, saved_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (draft_id, staff_id) DO UPDATE
            SET content = excluded.content, revision = excluded.revision, saved_at = excluded.saved_at
            """, writing.draft, writing.staff.id, json, stamp.revision, writing.now)
        return stamp
    }

    package func autosave(of id: Draft.ID, by staff: Staff.ID) throws -> Autosave? {
        try first(
            "SELECT content, revision, saved_at FROM autosaves WHERE draft_id = $1 AND staff_id = $2", id, staff
        ) { row in
            Autosave(
                typed: try JSONDecoder().decode(TypedDraft.self, from: Data((try row[0] as String).utf8)),
                revision: try row[1], savedAt: try row[2])
        }
    }

    /// Deletes a person's autosave, unless it is the one of a time: somebody who saves may not have looked at it yet.
    package func deleteAutosave(of id: Draft.ID, by staff: Staff.ID, notThatOf offered: Date?) throws {
        try run(
            "DELETE FROM autosaves WHERE draft_id = $1 AND staff_id = $2 AND saved_at <> $3", id, staff,
            offered?.milliseconds ?? -1)
    }

    /// Deletes a person's autosave; with a time, only the one of that time.
    package func deleteAutosave(of id: Draft.ID, by staff: Staff.ID, savedAt: Date? = nil) throws {
        guard let savedAt else {
            try run("DELETE FROM autosaves WHERE draft_id = $1 AND staff_id = $2", id, staff)
            return
        }
        try run("DELETE FROM autosaves WHERE draft_id = $1 AND staff_id = $2 AND saved_at = $3", id, staff, savedAt)
    }
}
