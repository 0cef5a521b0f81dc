package import Database
package import Foundation
package import Newsroom

/// Changes of the entries of a live story. Each has its entry in the log, which names the entry by its number and never
/// has its words. Each refuses like `openCoverage`.
extension Transaction {
    /// Adds an entry and returns its number; if the same form has added the same one already, that number. Refuses with
    /// `conflict` if the form has added another text, with `closed` a story that is not live, and with `invalid` a key
    /// point too many.
    package func addEntry(
        _ draft: LiveEntryDraft, isKeyPoint: Bool, token: String, to story: Story.ID, by staff: Staff, now: Date
    ) throws -> LiveEntry.ID {
        guard let coverage = try openCoverage(of: story) else { throw Refusal(.live(.notLive)) }
        let earlier = try first(
            "SELECT id, headline, text FROM live_entries WHERE story_id = $1 AND token = $2", story, token
        ) { row in (id: try row[0] as LiveEntry.ID, headline: try row[1] as String?, text: try row[2] as String) }
        if let earlier {
            guard (earlier.headline, earlier.text) == (draft.headline, draft.text) else {
                throw Refusal(.live(.postedAlready))
            }
            return earlier.id
        }
        guard coverage.isRunning else { throw Refusal(.live(.ended)) }
        if isKeyPoint { try requireRoomForKeyPoint(on: story) }
        let id = LiveEntry.ID(
            try insert(
                """
                INSERT INTO live_entries (story_id, created_at, author_id, author_name, headline, text, is_key_point,
                    token)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
                """, story, now, staff.id, staff.name, draft.headline, draft.text, isKeyPoint, token))
        try record(.entryAdded, "live.add", id, of: story, by: staff, now: now)
        return id
    }

    /// Changes the words of an entry. `revision` is the one that the editor saw. Refuses with `notFound`, `gone` (the
    /// entry is removed) or `conflict` (somebody has edited it meanwhile).
    package func editEntry(
        _ id: LiveEntry.ID, of story: Story.ID, to draft: LiveEntryDraft, revision: Int, by staff: Staff, now: Date
    ) throws {
        _ = try openCoverage(of: story)
        let entry = try entry(id, of: story)
        guard (entry.headline?.sent, entry.text.sent) != (draft.headline, draft.text) else { return }
        guard entry.revision == revision else { throw Refusal(.live(.changedMeanwhile)) }
        try run(
            """
            UPDATE live_entries SET headline = $2, text = $3, edited_at = $4, edited_by = $5, revision = revision + 1
            WHERE id = $1
            """, id, draft.headline, draft.text, now, staff.id)
        try record(.entryEdited, "live.edit", id, of: story, by: staff, now: now)
    }

    /// Makes an entry a key point, or an ordinary entry again. Does nothing if it is so already. Refuses with `notFound`,
    /// `gone`, or with `invalid` a key point too many.
    package func pinEntry(
        _ id: LiveEntry.ID, of story: Story.ID, isKeyPoint: Bool, by staff: Staff, now: Date
    ) throws {
        _ = try openCoverage(of: story)
        guard try entry(id, of: story).isKeyPoint != isKeyPoint else { return }
        if isKeyPoint { try requireRoomForKeyPoint(on: story) }
        try run("UPDATE live_entries SET is_key_point = $2 WHERE id = $1", id, isKeyPoint)
        try record(.entryEdited, isKeyPoint ? "live.pin" : "live.unpin", id, of: story, by: staff, now: now)
    }

    /// Removes an entry for readers. Its row stays. Does nothing if it is removed already. Refuses with `notFound`.
    package func removeEntry(_ id: LiveEntry.ID, of story: Story.ID, by staff: Staff, now: Date) throws {
        _ = try openCoverage(of: story)
        guard try exists("SELECT 1 FROM live_entries WHERE id = $1 AND story_id = $2", id, story) else {
            throw Refusal(.missing(.liveEntry))
        }
        guard try isShown(id, of: story) else { return }
        try run("UPDATE live_entries SET removed_at = $2, removed_by = $3 WHERE id = $1", id, now, staff.id)
        try record(.entryRemoved, "live.remove", id, of: story, by: staff, now: now)
    }

    private func record(
        _ kind: Change.Kind, _ action: String, _ id: LiveEntry.ID, of story: Story.ID, by staff: Staff, now: Date
    ) throws {
        try note(kind, of: id, on: story)
        try log(action, on: "story \(story)", detail: "entry \(id)", by: staff, now: now)
    }

    private func requireRoomForKeyPoint(on story: Story.ID) throws {
        let count: Int =
            try value(
                """
                SELECT COUNT(*) FROM live_entries WHERE story_id = $1 AND is_key_point = 1 AND removed_at IS NULL
                """, story) ?? 0
        guard count < LiveEntry.mostKeyPoints else {
            throw Refusal(.live(.tooManyKeyPoints), [.limit: .number(LiveEntry.mostKeyPoints)])
        }
    }
}
