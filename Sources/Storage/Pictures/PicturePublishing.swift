package import Database
package import Newsroom

extension Transaction {
    /// Stores a picture that the darkroom has processed, or replaces the one with its `guid`.
    @discardableResult
    package func publish(_ developed: DevelopedPicture) throws -> Picture.ID {
        let incoming = developed.picture
        let provenance = incoming.provenance
        let alternativeText = incoming.alternativeText ?? incoming.headline ?? incoming.caption
        let id = Picture.ID(
            try insert(
                """
                INSERT INTO pictures (guid, wire_version, digest, caption, \
                alternative_text, creator, credit_line, chain,
                    via, is_handout, copyright_holder, copyright_notice, usage_terms)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                ON CONFLICT (guid) DO UPDATE SET wire_version = excluded.wire_version, digest = excluded.digest,
                    caption = excluded.caption, alternative_text = excluded.alternative_text,
                    creator = excluded.creator, credit_line = excluded.credit_line, chain = excluded.chain,
                    is_canceled = 0, via = excluded.via, is_handout = excluded.is_handout,
                    copyright_holder = excluded.copyright_holder, copyright_notice = excluded.copyright_notice,
                    usage_terms = excluded.usage_terms
                RETURNING id
                """, incoming.guid, incoming.wireVersion, developed.digest, incoming.caption, alternativeText,
                provenance.creator, provenance.creditLine, provenance.chain.joined(separator: "\n"), provenance.via,
                provenance.isHandout, provenance.copyrightHolder, provenance.copyrightNotice, provenance.usageTerms))
        try run("DELETE FROM renditions WHERE picture_id = $1", id)
        for rendition in developed.renditions {
            try run(
                """
                INSERT INTO renditions (picture_id, format, width, height, name) VALUES ($1, $2, $3, $4, $5)
                """, id, rendition.format.rawValue, rendition.width, rendition.height, rendition.name)
        }
        for story in try stories(with: id) { try note(.storyArranged, on: story) }
        return id
    }

    /// Shows these pictures beside the story, in this order.
    package func setGallery(_ pictures: [Picture.ID], of story: Story.ID) throws {
        let shown: [Picture.ID] = try all(
            "SELECT picture_id FROM galleries WHERE story_id = $1 ORDER BY position", story
        ) { try $0[0] }
        guard shown != pictures else { return }
        try note(.storyArranged, on: story)
        try run("DELETE FROM galleries WHERE story_id = $1", story)
        for (index, picture) in pictures.enumerated() {
            try run(
                "INSERT INTO galleries (story_id, position, picture_id) VALUES ($1, $2, $3)", story, index + 1, picture)
        }
    }

    /// Marks a stored picture as canceled by the agency, and removes it from every gallery.
    package func withdrawPicture(guid: String, wireVersion: Int) throws {
        guard let (id, _) = try pictureVersion(guid: guid) else { return }
        for story in try stories(with: id) {
            let left: [Picture.ID] = try all(
                "SELECT picture_id FROM galleries WHERE story_id = $1 AND picture_id <> $2 ORDER BY position", story, id
            ) { try $0[0] }
            try setGallery(left, of: story)
        }
        try run("UPDATE pictures SET wire_version = $2, is_canceled = 1 WHERE id = $1", id, wireVersion)
    }

    private func stories(with picture: Picture.ID) throws -> [Story.ID] {
        try all("SELECT story_id FROM galleries WHERE picture_id = $1", picture) { try $0[0] }
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
