package import Database
import Foundation
package import Newsroom

/// Reading drafts and their saved versions.
extension Transaction {
    package func draft(_ id: Draft.ID) throws -> Draft? {
        try first(
            """
            SELECT d.state, d.story_id, d.author_id, a.name, d.content, d.revision, d.updated_at, d.updated_by, u.name,
                d.lease, d.leased_to, l.name, d.leased_since, d.lease_used_at, d.unpublished_id
            FROM drafts d JOIN people a ON a.id = d.author_id JOIN people u ON u.id = d.updated_by
            LEFT JOIN people l ON l.id = d.leased_to
            WHERE d.id = $1
            """, id
        ) { row in
            let holder: Staff.ID? = try row[10]
            return Draft(
                id: id, state: try draftState(row, 0), story: try row[1], unpublished: try row[14],
                author: DraftPerson(id: try row[2], name: try row[3]), content: try draftContent(row, 4),
                revision: try row[5], updatedAt: try row[6],
                updatedBy: DraftPerson(id: try row[7], name: try row[8]),
                lease: DraftLease(
                    number: try row[9], holder: try holder.map { DraftPerson(id: $0, name: try row[11]) },
                    since: try row[12], usedAt: try row[13]))
        }
    }

    /// The draft of a published story; `nil` if nobody has worked on it at the desk.
    package func draftID(of story: Story.ID) throws -> Draft.ID? {
        try value("SELECT id FROM drafts WHERE story_id = $1", story)
    }

    /// The saved versions of a draft, the latest first; at most 200.
    package func savedDrafts(of id: Draft.ID) throws -> [SavedDraft] {
        try all(
            """
            SELECT v.revision, v.note, v.saved_at, v.saved_by, s.name FROM saved_drafts v
            JOIN people s ON s.id = v.saved_by WHERE v.draft_id = $1 ORDER BY v.revision DESC LIMIT 200
            """, id
        ) { row in
            SavedDraft(
                revision: try row[0], note: try row[1], savedAt: try row[2],
                savedBy: DraftPerson(id: try row[3], name: try row[4]))
        }
    }

    /// The content of a draft at a revision.
    package func savedContent(of id: Draft.ID, revision: Int64) throws -> DraftContent? {
        try first(
            "SELECT content FROM saved_drafts WHERE draft_id = $1 AND revision = $2", id, revision
        ) { row in try draftContent(row, 0) }
    }

    func draftState(_ row: Row, _ column: Int) throws -> Draft.State {
        guard let state = Draft.State(rawValue: try row[column]) else {
            throw DatabaseFault.unexpectedValue(column: column)
        }
        return state
    }

    func draftContent(_ row: Row, _ column: Int) throws -> DraftContent {
        try JSONDecoder().decode(DraftContent.self, from: Data((try row[column] as String).utf8))
    }

    func stored(_ content: DraftContent) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(content), as: UTF8.self)
    }
}
