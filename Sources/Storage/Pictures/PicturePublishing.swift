package import Database
package import Foundation
package import Newsroom

extension Transaction {
    /// Stores a picture that the darkroom has processed, or replaces the one with its `guid`.
    @discardableResult
    package func publish(_ developed: DevelopedPicture, now: Date) throws -> Picture.ID {
        let incoming = developed.picture
        let before: String? = try value("SELECT usage_terms FROM pictures WHERE guid = $1", incoming.guid)
        if let known = try pictureVersion(guid: incoming.guid)?.id { try discardOriginal(of: known, deletingAt: now) }
        let provenance = incoming.provenance
        let alternativeText = incoming.alternativeText ?? incoming.headline ?? incoming.caption
        let id = Picture.ID(
            try insert(
                """
                INSERT INTO pictures (guid, wire_version, digest, caption, alternative_text, creator, credit_line,
                    chain, via, is_handout, copyright_holder, copyright_notice, usage_terms, source, original,
                    has_credentials, added_at, framing)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
                ON CONFLICT (guid) DO UPDATE SET wire_version = excluded.wire_version, digest = excluded.digest,
                    caption = excluded.caption, alternative_text = excluded.alternative_text,
                    creator = excluded.creator, credit_line = excluded.credit_line, chain = excluded.chain,
                    is_canceled = 0, via = excluded.via, is_handout = excluded.is_handout,
                    copyright_holder = excluded.copyright_holder, copyright_notice = excluded.copyright_notice,
                    usage_terms = excluded.usage_terms, source = excluded.source, original = excluded.original,
                    has_credentials = excluded.has_credentials, framing = excluded.framing,
                    revision = pictures.revision + 1
                RETURNING id
                """, incoming.guid, incoming.wireVersion, developed.digest, incoming.caption, alternativeText,
                provenance.creator, provenance.creditLine, provenance.chain.joined(separator: "\n"), provenance.via,
                provenance.isHandout, provenance.copyrightHolder, provenance.copyrightNotice, provenance.usageTerms,
                provenance.source, developed.original, developed.hasCredentials ?? false, now,
                (developed.framing ?? Framing()).stored))
        try run("DELETE FROM picture_removals WHERE picture_id = $1", id)
        try run("DELETE FROM removed_uses WHERE picture_id = $1", id)
        try setRenditions(developed.renditions, of: id, now: now)
        try indexWords(of: id)
        try understandTerms(of: id, replacing: before, arrivedAt: now)
        return id
    }

    /// How long the old files of a picture stay for pages that are open in browsers, in seconds.
    private static var oldFilesStay: TimeInterval { 86_400 }

    /// Gives a picture other files, and renders the pages that show it again.
    func setRenditions(_ renditions: [Rendition], of id: Picture.ID, now: Date) throws {
        try discardFiles(of: id, deletingAt: now.addingTimeInterval(Self.oldFilesStay))
        for rendition in renditions {
            try run("DELETE FROM discarded_files WHERE name = $1", rendition.name)
            try run(
                """
                INSERT INTO renditions (picture_id, crop, format, width, height, name) VALUES ($1, $2, $3, $4, $5, $6)
                """, id, rendition.crop.rawValue, rendition.format.rawValue, rendition.width, rendition.height,
                rendition.name)
        }
        for story in try stories(with: id) { try note(.storyArranged, on: story) }
    }

    /// Shows these pictures beside the story, in this order.
    package func setGallery(_ pictures: [GalleryEntry], of story: Story.ID) throws {
        guard try galleryEntries(of: story) != pictures else { return }
        try note(.storyArranged, on: story)
        try run("DELETE FROM galleries WHERE story_id = $1", story)
        for (index, entry) in pictures.enumerated() {
            try run(
                "INSERT INTO galleries (story_id, position, picture_id, caption) VALUES ($1, $2, $3, $4)", story,
                index + 1, entry.picture, entry.caption)
        }
        if let current: Int = try value("SELECT current_version FROM stories WHERE id = $1", story) {
            try keepGallery(of: story, as: current)
        }
    }

    /// The pictures of a gallery, with the captions that only this story has.
    package func galleryEntries(of story: Story.ID) throws -> [GalleryEntry] {
        try all("SELECT picture_id, caption FROM galleries WHERE story_id = $1 ORDER BY position", story) { row in
            GalleryEntry(try row[0] as Picture.ID, caption: try row[1])
        }
    }

    /// Removes a picture that the agency has canceled.
    package func withdrawPicture(guid: String, wireVersion: Int, now: Date) throws {
        guard let (id, _) = try pictureVersion(guid: guid) else { return }
        try run("UPDATE pictures SET wire_version = $2 WHERE id = $1", id, wireVersion)
        try remove(id, PictureRemoval(at: now, by: nil, reason: ""), by: nil)
    }

    /// A picture that a gallery may show: it is stored and not canceled.
    package func usablePicture(guid: String) throws -> Picture.ID? {
        try value("SELECT id FROM pictures WHERE guid = $1 AND is_canceled = 0", guid)
    }

    /// The agency's version of an imported package; 0 if there is none.
    package func packageVersion(guid: String) throws -> Int {
        try value("SELECT wire_version FROM packages WHERE guid = $1", guid) ?? 0
    }

    package func notePackage(guid: String, wireVersion: Int) throws {
        try run(
            """
            INSERT INTO packages (guid, wire_version) VALUES ($1, $2)
            ON CONFLICT (guid) DO UPDATE SET wire_version = excluded.wire_version
            """, guid, wireVersion)
    }
}
