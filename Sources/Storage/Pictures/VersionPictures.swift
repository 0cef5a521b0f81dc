import Database
package import Newsroom

/// The pictures of each version of a story. Those of the current version are always the story's gallery.
extension Transaction {
    /// Gives a version the pictures and captions that the story has now.
    func keepGallery(of story: Story.ID, as version: Int) throws {
        try run("DELETE FROM version_pictures WHERE story_id = $1 AND version = $2", story, version)
        for (index, entry) in try galleryEntries(of: story).enumerated() {
            try run(
                """
                INSERT INTO version_pictures (story_id, version, position, picture_id, caption)
                VALUES ($1, $2, $3, $4, $5)
                """, story, version, index + 1, entry.picture, entry.caption)
        }
    }

    /// The pictures of a version that readers may see, with the files of their small crops. A withdrawn picture is in
    /// none.
    package func gallery(of id: Story.ID, version: Int) throws -> Gallery {
        var album = Album()
        _ = try all(
            """
            SELECT g.position, \(Album.columns(caption: "COALESCE(g.caption, p.caption)"))
            FROM version_pictures g JOIN pictures p ON p.id = g.picture_id
            LEFT JOIN renditions r ON r.picture_id = p.id AND r.crop IN ('original', 'square')
            WHERE g.story_id = $1 AND g.version = $2 AND p.is_canceled = 0 ORDER BY g.position
            """, id, version
        ) { try album.add($0) }
        return Gallery(album.pictures.map(\.picture))
    }

    /// The stories that show a picture, in their galleries or in earlier versions.
    func stories(with picture: Picture.ID) throws -> [Story.ID] {
        try all(
            """
            SELECT story_id FROM galleries WHERE picture_id = $1
            UNION SELECT story_id FROM version_pictures WHERE picture_id = $1
            """, picture
        ) { try $0[0] }
    }
}
