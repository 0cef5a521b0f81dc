extension SQLiteSchema {
    /// What readers follow and whom they mute. A change of the feed may be about a person.
    static let following: StaticString = """
        ALTER TABLE changes ADD COLUMN person_id INTEGER REFERENCES people (id);

        CREATE TABLE follows (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person_id INTEGER NOT NULL REFERENCES people (id),
            story_id INTEGER REFERENCES stories (id),
            topic_id INTEGER REFERENCES topics (id),
            since INTEGER NOT NULL,
            CHECK ((story_id IS NULL) <> (topic_id IS NULL))
        ) STRICT;
        CREATE UNIQUE INDEX follows_story ON follows (story_id, person_id);
        CREATE UNIQUE INDEX follows_topic ON follows (topic_id, person_id);
        CREATE INDEX follows_person ON follows (person_id, since);

        CREATE TABLE mutes (
            person_id INTEGER NOT NULL REFERENCES people (id),
            muted_id INTEGER NOT NULL REFERENCES people (id),
            since INTEGER NOT NULL,
            PRIMARY KEY (person_id, muted_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX mutes_muted ON mutes (muted_id);
        """
}
