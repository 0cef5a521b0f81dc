extension SQLiteSchema {
    /// Readers and staff are one table of people. Adds the names that are reserved, sessions that show where they are
    /// used, mailed links for signing in, and the comments of accounts.
    ///
    /// A reader has the role `reader`. An account without a password has the empty text as its hash, which no password
    /// matches. `mark` is set for comments by staff and by the author of the story.
    static let accounts: StaticString = """
        ALTER TABLE staff RENAME TO people;
        ALTER TABLE people ADD COLUMN name_key TEXT;
        ALTER TABLE people ADD COLUMN named_at INTEGER;
        ALTER TABLE people ADD COLUMN language TEXT;
        ALTER TABLE people ADD COLUMN is_private INTEGER NOT NULL DEFAULT 0;
        CREATE UNIQUE INDEX people_reader_names ON people (name_key) WHERE role = 'reader' AND removed_at IS NULL;
        CREATE INDEX people_names ON people (name_key) WHERE removed_at IS NULL;

        CREATE TABLE former_names (
            name_key TEXT PRIMARY KEY,
            person_id INTEGER NOT NULL REFERENCES people (id),
            reserved_until INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX former_names_person ON former_names (person_id);
        CREATE INDEX former_names_age ON former_names (reserved_until);

        ALTER TABLE sessions RENAME TO open_sessions;
        ALTER TABLE open_sessions RENAME COLUMN staff_id TO person_id;
        ALTER TABLE open_sessions ADD COLUMN used_at INTEGER;
        ALTER TABLE open_sessions ADD COLUMN agent TEXT;

        CREATE TABLE sign_in_links (
            token_hash TEXT PRIMARY KEY,
            email TEXT NOT NULL,
            browser TEXT NOT NULL,
            code_hash TEXT NOT NULL,
            next TEXT,
            failures INTEGER NOT NULL DEFAULT 0,
            created_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            used_at INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sign_in_links_browser ON sign_in_links (browser, created_at);
        CREATE INDEX sign_in_links_age ON sign_in_links (expires_at);

        CREATE TABLE address_changes (
            token_hash TEXT PRIMARY KEY,
            person_id INTEGER NOT NULL REFERENCES people (id),
            new_email TEXT NOT NULL,
            asks_new INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            confirmed_at INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX address_changes_person ON address_changes (person_id, asks_new);
        CREATE INDEX address_changes_age ON address_changes (expires_at);

        CREATE TABLE sign_ins (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person_id INTEGER NOT NULL REFERENCES people (id),
            at INTEGER NOT NULL,
            way TEXT NOT NULL CHECK (way IN ('link', 'code', 'password')),
            source TEXT NOT NULL,
            agent TEXT NOT NULL
        ) STRICT;
        CREATE INDEX sign_ins_person ON sign_ins (person_id, at);
        CREATE INDEX sign_ins_age ON sign_ins (at);

        ALTER TABLE comments ADD COLUMN person_id INTEGER REFERENCES people (id);
        ALTER TABLE comments ADD COLUMN mark TEXT CHECK (mark IN ('staff', 'author'));
        CREATE INDEX comments_person ON comments (person_id, created_at, id) WHERE person_id IS NOT NULL;
        CREATE INDEX comments_guest ON comments (writer) WHERE person_id IS NULL AND writer IS NOT NULL;
        """
}
