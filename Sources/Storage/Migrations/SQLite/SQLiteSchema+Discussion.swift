extension SQLiteSchema {
    /// Comments, their earlier texts, and decisions on discussions.
    static let discussion: StaticString = """
        CREATE TABLE comments (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            story_id INTEGER NOT NULL REFERENCES stories (id),
            parent_id INTEGER REFERENCES comments (id),
            thread_id INTEGER REFERENCES comments (id),
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            email TEXT,
            text TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('published', 'held', 'removed')),
            clause TEXT,
            is_listed INTEGER NOT NULL,
            story_version INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            edited_at INTEGER,
            reply_count INTEGER NOT NULL DEFAULT 0,
            source TEXT NOT NULL,
            writer TEXT
        ) STRICT;
        CREATE INDEX comments_threads ON comments (story_id, created_at, id) WHERE parent_id IS NULL AND is_listed = 1;
        CREATE INDEX comments_replies ON comments (thread_id, created_at, id) \
        WHERE parent_id IS NOT NULL AND is_listed = 1;
        CREATE INDEX comments_answers ON comments (parent_id, created_at, id) \
        WHERE parent_id IS NOT NULL AND is_listed = 1;
        CREATE INDEX comments_name ON comments (name_key, created_at, id);
        CREATE INDEX comments_writer ON comments (writer, story_id, created_at) WHERE writer IS NOT NULL;

        CREATE TABLE comment_texts (
            comment_id INTEGER NOT NULL REFERENCES comments (id),
            number INTEGER NOT NULL,
            text TEXT NOT NULL,
            replaced_at INTEGER NOT NULL,
            PRIMARY KEY (comment_id, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE discussion_decisions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            story_id INTEGER REFERENCES stories (id),
            kind TEXT NOT NULL CHECK (kind IN ('open', 'close')),
            at INTEGER NOT NULL,
            staff_id INTEGER NOT NULL REFERENCES staff (id),
            reason TEXT
        ) STRICT;
        CREATE INDEX discussion_decisions_story ON discussion_decisions (story_id, id);
        """
}
