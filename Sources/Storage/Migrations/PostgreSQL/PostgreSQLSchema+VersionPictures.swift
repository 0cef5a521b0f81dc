extension PostgreSQLSchema {
    /// The pictures of each version of a story. Until now, all versions of a story had the pictures of its gallery.
    static let versionPictures: StaticString = """
        CREATE TABLE version_pictures (
            story_id BIGINT NOT NULL,
            version BIGINT NOT NULL,
            position BIGINT NOT NULL,
            picture_id BIGINT NOT NULL REFERENCES pictures (id),
            caption TEXT COLLATE "C",
            PRIMARY KEY (story_id, version, position),
            FOREIGN KEY (story_id, version) REFERENCES versions (story_id, number)
        );
        INSERT INTO version_pictures (story_id, version, position, picture_id, caption)
            SELECT v.story_id, v.number, g.position, g.picture_id, g.caption
            FROM versions v JOIN galleries g ON g.story_id = v.story_id;
        CREATE INDEX version_pictures_picture ON version_pictures (picture_id, story_id);
        """
}
