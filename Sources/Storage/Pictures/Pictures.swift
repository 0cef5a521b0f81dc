package import Database
package import Newsroom

extension Transaction {
    package func gallery(of id: Story.ID) throws -> Gallery {
        let pictures = try all(
            """
            SELECT p.id, p.guid, p.caption, p.alternative_text, p.creator, p.credit_line, p.chain, p.via, p.is_handout,
                p.copyright_holder, p.copyright_notice, p.usage_terms
            FROM galleries g JOIN pictures p ON p.id = g.picture_id
            WHERE g.story_id = $1 ORDER BY g.position
            """, id, as: picture)
        return Gallery(pictures)
    }

    func leadPicture(of id: Story.ID) throws -> Picture? {
        try first(
            """
            SELECT p.id, p.guid, p.caption, p.alternative_text, p.creator, p.credit_line, p.chain, p.via, p.is_handout,
                p.copyright_holder, p.copyright_notice, p.usage_terms
            FROM galleries g JOIN pictures p ON p.id = g.picture_id
            WHERE g.story_id = $1 AND g.position = 1
            """, id, as: picture)
    }

    /// The number and the wire's version of a picture that is there already.
    package func pictureVersion(guid: String) throws -> (id: Picture.ID, wireVersion: Int)? {
        try first("SELECT id, COALESCE(wire_version, 0) FROM pictures WHERE guid = $1", guid) { row in
            (try row[0], try row[1])
        }
    }

    private func picture(_ row: Row) throws -> Picture {
        let id: Picture.ID = try row[0]
        return Picture(
            id: id, guid: try row[1], caption: try row[2], alternativeText: try row[3],
            provenance: Provenance(
                creator: try row[4], creditLine: try row[5], chain: (try row[6] as String).chainParts, via: try row[7],
                isHandout: try row[8], copyrightHolder: try row[9], copyrightNotice: try row[10],
                usageTerms: try row[11]),
            renditions: try renditions(of: id))
    }

    private func renditions(of id: Picture.ID) throws -> [Rendition] {
        try all(
            """
            SELECT format, width, height, name FROM renditions WHERE picture_id = $1 ORDER BY width, format
            """, id
        ) { row in
            Rendition(
                format: Rendition.Format(rawValue: try row[0]) ?? .jpeg, width: try row[1], height: try row[2],
                name: try row[3])
        }
    }
}

extension String {
    /// The parts of a chain of hands, kept one to a line.
    fileprivate var chainParts: [String] { split(separator: "\n").map(String.init) }
}

extension Transaction {
    /// The names of all files that pictures are shown from.
    package func renditionNames() throws -> [String] {
        try all("SELECT DISTINCT name FROM renditions ORDER BY name") { try $0[0] }
    }
}
