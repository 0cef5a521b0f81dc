extension SQLiteSchema {
    /// Accounts that end, archives that people download, and indexes of what is kept only for a while.
    ///
    /// `leaves_with` says what becomes of the comments, and stays until that is done. A former name without a
    /// person belonged to an account that is erased. The digest of a source is hexadecimal. What stands in
    /// its place when it is erased sorts before `0`.
    static let privacy: StaticString = """
        ALTER TABLE people ADD COLUMN leaves_at INTEGER;
        ALTER TABLE people ADD COLUMN leaves_with TEXT CHECK (leaves_with IN ('keep', 'delete'));

        CREATE TABLE reserved_names (
            name_key TEXT PRIMARY KEY,
            person_id INTEGER REFERENCES people (id),
            reserved_until INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        INSERT INTO reserved_names SELECT name_key, person_id, reserved_until FROM former_names;
        DROP TABLE former_names;
        ALTER TABLE reserved_names RENAME TO former_names;
        CREATE INDEX former_names_person ON former_names (person_id);
        CREATE INDEX former_names_age ON former_names (reserved_until);

        CREATE TABLE downloads (
            person_id INTEGER PRIMARY KEY REFERENCES people (id),
            ordered_at INTEGER NOT NULL,
            made_at INTEGER,
            expires_at INTEGER NOT NULL,
            after_at INTEGER,
            after_number INTEGER
        ) STRICT;
        CREATE INDEX downloads_age ON downloads (expires_at);

        CREATE TABLE download_parts (
            person_id INTEGER NOT NULL REFERENCES people (id),
            file TEXT NOT NULL,
            number INTEGER NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (person_id, file, number)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX comments_digest ON comments (created_at) WHERE source >= '0';
        CREATE INDEX comments_email ON comments (LOWER(email)) WHERE email IS NOT NULL;
        CREATE INDEX reports_digest ON reports (created_at) WHERE source >= '0';
        CREATE INDEX reports_email ON reports (LOWER(email)) WHERE email IS NOT NULL;
        CREATE INDEX sign_in_links_email ON sign_in_links (email);
        """
}
