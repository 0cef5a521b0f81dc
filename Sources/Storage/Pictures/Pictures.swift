package import Database
package import Newsroom

extension Transaction {
    /// The first picture also has the files of its lead crop, the others those of their square one.
    package func gallery(of id: Story.ID) throws -> Gallery {
        var album = Album()
        _ = try all(
            """
            SELECT g.position, \(Album.columns(caption: "COALESCE(g.caption, p.caption)"))
            FROM galleries g JOIN pictures p ON p.id = g.picture_id
            LEFT JOIN renditions r ON r.picture_id = p.id
                AND r.crop IN ('original', CASE WHEN g.position = 1 THEN 'lead' ELSE 'square' END)
            WHERE g.story_id = $1 ORDER BY g.position
            """, id
        ) { try album.add($0) }
        return Gallery(album.pictures.map(\.picture))
    }

    /// A picture that a gallery may show; `nil` if it does not exist or the agency has canceled it.
    package func picture(_ id: Picture.ID) throws -> Picture? {
        var album = Album()
        _ = try all(
            """
            SELECT p.id, \(Album.columns())
            FROM pictures p LEFT JOIN renditions r ON r.picture_id = p.id
            WHERE p.id = $1 AND p.is_canceled = 0
            """, id
        ) { try album.add($0) }
        return album.pictures.first?.picture
    }

    /// The files that a card shows: those of its crop, or else the full frame.
    private static let cardFiles: SQL = """
        LEFT JOIN renditions r ON r.picture_id = p.id AND r.crop = COALESCE(
                (SELECT 'card' FROM renditions c WHERE c.picture_id = p.id AND c.crop = 'card' LIMIT 1), 'original')
        """

    /// The lead pictures of the latest stories, from the newest to the oldest of a page.
    func leadPictures(from newest: PageKey, to oldest: PageKey) throws -> [Story.ID: Picture] {
        var album = Album()
        _ = try all(
            """
            SELECT s.id, \(Album.columns())
            FROM stories s JOIN galleries g ON g.story_id = s.id AND g.position = 1
            JOIN pictures p ON p.id = g.picture_id
            \(Self.cardFiles)
            WHERE s.is_withdrawn = 0 AND (s.published_at, s.id) <= ($1, $2) AND (s.published_at, s.id) >= ($3, $4)
            ORDER BY s.published_at, s.id
            """, newest.milliseconds, newest.number, oldest.milliseconds, oldest.number
        ) { try album.add($0) }
        return album.byStory
    }

    /// The lead pictures of a topic's stories, from the newest to the oldest of a page.
    func leadPictures(topic: Slug, from newest: PageKey, to oldest: PageKey) throws -> [Story.ID: Picture] {
        var album = Album()
        _ = try all(
            """
            SELECT st.story_id, \(Album.columns())
            FROM story_topics st
            JOIN galleries g ON g.story_id = st.story_id AND g.position = 1
            JOIN pictures p ON p.id = g.picture_id
            \(Self.cardFiles)
            WHERE st.topic_id = (SELECT id FROM topics WHERE slug = $1) AND st.is_withdrawn = 0
                AND (st.published_at, st.story_id) <= ($2, $3) AND (st.published_at, st.story_id) >= ($4, $5)
            ORDER BY st.published_at, st.story_id
            """, topic.text, newest.milliseconds, newest.number, oldest.milliseconds, oldest.number
        ) { try album.add($0) }
        return album.byStory
    }

    /// The number and the agency's version of a stored picture.
    package func pictureVersion(guid: String) throws -> (id: Picture.ID, wireVersion: Int)? {
        try first("SELECT id, COALESCE(wire_version, 0) FROM pictures WHERE guid = $1", guid) { row in
            (try row[0], try row[1])
        }
    }
}

extension Transaction {
    /// A published story that shows the picture with this file, in its gallery, in an earlier version or in a card; `nil`
    /// if there is none.
    /// Pages that are open in browsers may still show an earlier file of the picture.
    package func story(showingRendition name: String) throws -> Story.ID? {
        if let story = try story(withCardShowing: name) { return story }
        return try value(
            """
            SELECT g.story_id FROM renditions r JOIN galleries g ON g.picture_id = r.picture_id
            JOIN stories s ON s.id = g.story_id WHERE r.name = $1 AND s.is_withdrawn = 0
            UNION ALL SELECT g.story_id FROM discarded_files d JOIN galleries g ON g.picture_id = d.picture_id
            JOIN stories s ON s.id = g.story_id WHERE d.name = $1 AND s.is_withdrawn = 0
            UNION ALL SELECT g.story_id FROM renditions r JOIN version_pictures g ON g.picture_id = r.picture_id
            JOIN stories s ON s.id = g.story_id WHERE r.name = $1 AND s.is_withdrawn = 0
            UNION ALL SELECT g.story_id FROM discarded_files d JOIN version_pictures g ON g.picture_id = d.picture_id
            JOIN stories s ON s.id = g.story_id WHERE d.name = $1 AND s.is_withdrawn = 0 LIMIT 1
            """, name)
    }

    /// Whether a stored picture has this file. That of an item under an embargo is not stored yet.
    package func isStored(rendition name: String) throws -> Bool {
        try exists("SELECT 1 FROM renditions WHERE name = $1", name)
    }

    /// The names of files of the newest pictures.
    package func newestRenditionNames(limit: Int) throws -> [String] {
        try all("SELECT name FROM renditions ORDER BY picture_id DESC LIMIT $1", limit) { try $0[0] }
    }

    /// The names of all picture files in use: renditions, those of cards, and originals.
    package func pictureFileNames() throws -> [String] {
        try all(
            """
            SELECT name FROM renditions UNION SELECT name FROM card_renditions
            UNION SELECT original AS name FROM pictures WHERE original IS NOT NULL ORDER BY name
            """
        ) { try $0[0] }
    }
}
