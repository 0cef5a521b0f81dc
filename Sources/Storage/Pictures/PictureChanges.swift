package import Database
package import Foundation
package import Newsroom

/// Pictures that staff upload and describe.
extension Transaction {
    /// The picture that was made from a file with this digest; `nil` if there is none. One whose usage terms ended does
    /// not count, because its file may come back with new ones.
    package func picture(digest: String) throws -> (id: Picture.ID, isRemoved: Bool)? {
        try first(
            """
            SELECT p.id, p.is_canceled FROM pictures p
            LEFT JOIN picture_removals w ON w.picture_id = p.id AND w.staff_id IS NULL AND w.reason = $2
            WHERE p.digest = $1 AND w.picture_id IS NULL ORDER BY p.is_canceled, p.id LIMIT 1
            """, digest, PictureRemoval.expired
        ) { (try $0[0], try $0[1]) }
    }

    /// Adds a picture to the library.
    package func addPicture(
        _ developed: DevelopedPicture, named fileName: String, by staff: Staff, now: Date
    ) throws -> Picture.ID {
        let id = Picture.ID(
            try insert(
                """
                INSERT INTO pictures (digest, caption, alternative_text, chain, is_handout, original, has_credentials,
                    added_at, added_by)
                VALUES ($1, '', '', '', 0, $2, $3, $4, $5) RETURNING id
                """, developed.digest, developed.original, developed.hasCredentials ?? false, now, staff.id))
        try setTexts(of: id, to: developed.picture)
        try setRenditions(developed.renditions, of: id, now: now)
        try indexWords(of: id)
        try understandTerms(of: id, replacing: nil, arrivedAt: now)
        try log("picture.upload", on: "picture \(id)", detail: fileName, by: staff, now: now)
        return id
    }

    /// Gives a picture other texts, and files that contain them. Refuses with `conflict` if the picture has changed
    /// since `revision`, and with `notFound` if there is none.
    package func describe(
        _ id: Picture.ID, as developed: DevelopedPicture, from revision: Int64, by staff: Staff, now: Date
    ) throws {
        try beginChange(of: id, from: revision)
        let terms: String? = try value("SELECT usage_terms FROM pictures WHERE id = $1", id) ?? nil
        try setTexts(of: id, to: developed.picture)
        if terms != developed.picture.provenance.usageTerms {
            if staff.may(.publish) {
                try understandTerms(of: id, replacing: terms, arrivedAt: now)
            } else {
                try questionTerms(of: id)
            }
        }
        try setRenditions(developed.renditions, of: id, now: now)
        try indexWords(of: id)
        try log("picture.describe", on: "picture \(id)", detail: "", by: staff, now: now)
    }

    /// Gives a picture another framing, and the files of its crops. Refuses like `describe`.
    package func frame(
        _ id: Picture.ID, as developed: DevelopedPicture, from revision: Int64, by staff: Staff, now: Date
    ) throws {
        try beginChange(of: id, from: revision)
        try run("UPDATE pictures SET framing = $2 WHERE id = $1", id, (developed.framing ?? Framing()).stored)
        try setRenditions(developed.renditions, of: id, now: now)
        try log("picture.frame", on: "picture \(id)", detail: "", by: staff, now: now)
    }

    /// Puts another file in the place of a picture's file, wherever the picture is used.
    package func replaceFile(
        of id: Picture.ID, with developed: DevelopedPicture, from revision: Int64, by staff: Staff, now: Date
    ) throws {
        try beginChange(of: id, from: revision)
        try discardOriginal(of: id, deletingAt: now)
        try run(
            "UPDATE pictures SET digest = $2, original = $3, has_credentials = $4, framing = $5 WHERE id = $1", id,
            developed.digest, developed.original, developed.hasCredentials ?? false,
            (developed.framing ?? Framing()).stored)
        try setRenditions(developed.renditions, of: id, now: now)
        try log("picture.replace", on: "picture \(id)", detail: "", by: staff, now: now)
    }

    /// Takes a picture out of every story, for good. Refuses like `describe`.
    package func withdrawPicture(
        _ id: Picture.ID, because reason: String, from revision: Int64, by staff: Staff, now: Date
    ) throws {
        try beginChange(of: id, from: revision)
        try remove(id, PictureRemoval(at: now, by: staff.name, reason: reason), by: staff)
        try log("picture.withdraw", on: "picture \(id)", detail: reason, by: staff, now: now)
    }

    func beginChange(of id: Picture.ID, from revision: Int64) throws {
        let found = try first("SELECT revision, is_canceled FROM pictures WHERE id = $1", id) {
            (revision: try $0[0] as Int64, isRemoved: try $0[1] as Bool)
        }
        guard let found else { throw Refusal(.missing(.picture)) }
        guard !found.isRemoved else { throw Refusal(.picture(.removed)) }
        guard found.revision == revision else { throw Refusal(.picture(.changedMeanwhile)) }
        try run("UPDATE pictures SET revision = revision + 1 WHERE id = $1", id)
    }

    private func setTexts(of id: Picture.ID, to picture: IncomingPicture) throws {
        let provenance = picture.provenance
        try run(
            """
            UPDATE pictures SET caption = $2, alternative_text = $3, creator = $4, credit_line = $5, chain = $6,
                via = $7, is_handout = $8, copyright_holder = $9, copyright_notice = $10, usage_terms = $11, source = $12
            WHERE id = $1
            """, id, picture.caption, picture.alternativeText ?? "", provenance.creator, provenance.creditLine,
            provenance.chain.joined(separator: "\n"), provenance.via, provenance.isHandout, provenance.copyrightHolder,
            provenance.copyrightNotice, provenance.usageTerms, provenance.source)
    }

    /// The published stories whose galleries show a picture, the newest first.
    package func stories(showing id: Picture.ID, limit: Int) throws -> [StoryReference] {
        try all(
            """
            SELECT s.id, s.slug, v.headline, s.language FROM galleries g JOIN stories s ON s.id = g.story_id
            JOIN versions v ON v.story_id = s.id AND v.number = s.current_version
            WHERE g.picture_id = $1 AND s.is_withdrawn = 0 ORDER BY g.story_id DESC LIMIT $2
            """, id, limit
        ) { try storyReference($0) }
    }
}
