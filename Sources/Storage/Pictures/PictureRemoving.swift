package import Database
package import Foundation
package import Newsroom

/// Pictures that readers may no longer see, and files that no picture needs anymore.
extension Transaction {
    /// Takes a picture out of every gallery and every version, and records which stories had it and who removed it. The
    /// record of an editor's withdrawal stays when the agency cancels the picture later. A job deletes its files.
    package func remove(_ id: Picture.ID, _ removal: PictureRemoval, by staff: Staff?) throws {
        for story in try stories(with: id) {
            let entries = try galleryEntries(of: story)
            try run(
                """
                INSERT INTO removed_uses (picture_id, story_id, caption) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
                """, id, story, entries.first { $0.picture == id }?.caption)
            if entries.contains(where: { $0.picture == id }) {
                try setGallery(entries.filter { $0.picture != id }, of: story)
            } else {
                try note(.storyArranged, on: story)
            }
        }
        try run("DELETE FROM version_pictures WHERE picture_id = $1", id)
        try run("UPDATE pictures SET is_canceled = 1, revision = revision + 1 WHERE id = $1", id)
        try run(
            """
            INSERT INTO picture_removals (picture_id, removed_at, staff_id, reason) VALUES ($1, $2, $3, $4)
            ON CONFLICT (picture_id) DO UPDATE SET removed_at = $2, staff_id = $3, reason = $4
            WHERE picture_removals.staff_id IS NULL
            """, id, removal.at, staff?.id, removal.reason)
        try discardFiles(of: id, deletingAt: removal.at)
        try discardOriginal(of: id, deletingAt: removal.at)
        try run("UPDATE discarded_files SET delete_at = $2 WHERE picture_id = $1", id, removal.at)
    }

    /// The stories that showed a picture when it was removed, the newest first.
    package func stories(thatShowed id: Picture.ID, limit: Int) throws -> [StoryReference] {
        try all(
            """
            SELECT s.id, s.slug, v.headline, s.language FROM removed_uses u JOIN stories s ON s.id = u.story_id
            JOIN versions v ON v.story_id = s.id AND v.number = s.current_version
            WHERE u.picture_id = $1 ORDER BY u.story_id DESC LIMIT $2
            """, id, limit
        ) { try storyReference($0) }
    }

    /// Whether an editor has withdrawn an agency's picture. It stays withdrawn, whatever the agency sends.
    package func isWithdrawnByStaff(guid: String) throws -> Bool {
        try exists(
            """
            SELECT 1 FROM pictures p JOIN picture_removals w ON w.picture_id = p.id
            WHERE p.guid = $1 AND w.staff_id IS NOT NULL
            """, guid)
    }

    /// Forgets the files of a picture. A job deletes them at a time.
    func discardFiles(of id: Picture.ID, deletingAt time: Date) throws {
        let names: [String] = try all("SELECT name FROM renditions WHERE picture_id = $1", id) { try $0[0] }
        for name in Set(names) { try discard(name, of: id, deletingAt: time) }
        try run("DELETE FROM renditions WHERE picture_id = $1", id)
    }

    /// Forgets the original of a picture. A job deletes it at a time.
    func discardOriginal(of id: Picture.ID, deletingAt time: Date) throws {
        let name: String? = try value("SELECT original FROM pictures WHERE id = $1 AND original IS NOT NULL", id)
        guard let name else { return }
        try discard(name, of: id, deletingAt: time)
        try run("UPDATE pictures SET original = NULL WHERE id = $1", id)
    }

    private func discard(_ name: String, of id: Picture.ID, deletingAt time: Date) throws {
        try run(
            """
            INSERT INTO discarded_files (name, picture_id, delete_at, is_deleted) VALUES ($1, $2, $3, 0)
            ON CONFLICT (name) DO UPDATE SET picture_id = $2, delete_at = $3, is_deleted = 0
            """, name, id, time)
    }

    /// Whether files have to be deleted.
    func hasFilesToDelete(now: Date) throws -> Bool {
        try exists("SELECT 1 FROM discarded_files WHERE is_deleted = 0 AND delete_at <= $1", now)
    }

    /// Files that a job has to delete, and those that it leaves because a picture or a card uses the same bytes.
    package func filesToDelete(limit: Int, now: Date) throws -> (deleted: [String], kept: [String]) {
        let due: [String] = try all(
            "SELECT name FROM discarded_files WHERE is_deleted = 0 AND delete_at <= $1 ORDER BY delete_at LIMIT $2",
            now,
            limit
        ) { try $0[0] }
        let kept = try due.filter(isUsed)
        return (due.filter { !kept.contains($0) }, kept)
    }

    private func isUsed(_ name: String) throws -> Bool {
        try exists("SELECT 1 FROM renditions WHERE name = $1 LIMIT 1", name)
            || exists("SELECT 1 FROM card_renditions WHERE name = $1 LIMIT 1", name)
            || exists("SELECT 1 FROM pictures WHERE original = $1 LIMIT 1", name)
    }

    package func markDeleted(_ names: [String]) throws {
        for name in names { try run("UPDATE discarded_files SET is_deleted = 1 WHERE name = $1", name) }
    }

    /// Whether a file belonged to a picture that was removed, and to no other.
    package func isGone(rendition name: String) throws -> Bool {
        try exists(
            """
            SELECT 1 FROM discarded_files d JOIN pictures p ON p.id = d.picture_id
            WHERE d.name = $1 AND p.is_canceled = 1 AND NOT EXISTS (SELECT 1 FROM renditions r WHERE r.name = $1)
            """, name)
    }
}
