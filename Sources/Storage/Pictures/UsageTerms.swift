package import Database
package import Foundation
package import Newsroom

/// The usage terms of pictures, and the removal of those whose time has passed.
extension Transaction {
    /// Stores what is understood from the words of a picture's source at `time`. Terms that an editor has confirmed stay
    /// while the words stay.
    func understandTerms(of id: Picture.ID, replacing old: String?, arrivedAt time: Date) throws {
        let found = try first("SELECT usage_terms, terms_confirmed_at FROM pictures WHERE id = $1", id) {
            (text: try $0[0] as String?, isConfirmed: !$0.isNull(at: 1))
        }
        guard let found, !found.isConfirmed || found.text != old else { return }
        let terms = PictureTerms(understoodFrom: found.text, arrivedAt: time)
        try run(
            """
            UPDATE pictures SET is_single_use = $2, expires_at = $3, terms_confirmed_at = NULL,
                terms_confirmed_by = NULL WHERE id = $1
            """, id, terms.isSingleUse, terms.endsAt)
    }

    /// Keeps the limits after somebody who may not confirm terms has changed their words: an editor looks at them again.
    func questionTerms(of id: Picture.ID) throws {
        try run("UPDATE pictures SET terms_confirmed_at = NULL, terms_confirmed_by = NULL WHERE id = $1", id)
    }

    /// Stores the terms that an editor has confirmed. Refuses like `describe`.
    package func confirmTerms(
        _ terms: PictureTerms, of id: Picture.ID, from revision: Int64, by staff: Staff, now: Date
    ) throws {
        try beginChange(of: id, from: revision)
        try run(
            """
            UPDATE pictures SET is_single_use = $2, expires_at = $3, terms_confirmed_at = $4, terms_confirmed_by = $5
            WHERE id = $1
            """, id, terms.isSingleUse, terms.endsAt, now, staff.id)
        let end = terms.endsAt.map { "until \($0.ISO8601Format())" }
        let detail = [terms.isSingleUse ? "single use" : nil, end].compactMap(\.self).joined(separator: ", ")
        try log("picture.terms", on: "picture \(id)", detail: detail, by: staff, now: now)
    }

    func hasExpiredPictures(now: Date) throws -> Bool {
        try exists("SELECT 1 FROM pictures WHERE expires_at <= $1 AND is_canceled = 0", now)
    }

    /// Takes pictures whose time has passed out of every story. Those that one transaction does not reach are due again.
    package func removeExpiredPictures(now: Date) throws {
        let expired: [Picture.ID] = try all(
            "SELECT id FROM pictures WHERE expires_at <= $1 AND is_canceled = 0 ORDER BY expires_at, id LIMIT 100", now
        ) { try $0[0] }
        for id in expired {
            try remove(id, PictureRemoval(at: now, by: nil, reason: PictureRemoval.expired), by: nil)
            try log("picture.expire", on: "picture \(id)", detail: "", by: LogEntry.system, now: now)
        }
    }

    /// The pictures of a gallery that may be used once, and that another published story shows, in any of its versions.
    package func usedBefore(_ gallery: [GalleryEntry], notCounting story: Story.ID?) throws -> [Int64] {
        try gallery.map(\.picture).filter { id in
            try exists(
                """
                SELECT 1 FROM pictures p JOIN version_pictures g ON g.picture_id = p.id
                JOIN stories s ON s.id = g.story_id
                WHERE p.id = $1 AND p.is_single_use = 1 AND s.is_withdrawn = 0 AND s.id <> $2
                """, id, story?.number ?? 0)
        }.map(\.number)
    }

    /// The pictures of a gallery whose terms an editor has confirmed.
    package func withConfirmedTerms(_ gallery: [GalleryEntry]) throws -> Set<Int64> {
        try Set(
            gallery.map(\.picture).filter {
                try exists("SELECT 1 FROM pictures WHERE id = $1 AND terms_confirmed_at IS NOT NULL", $0)
            }.map(\.number))
    }
}
