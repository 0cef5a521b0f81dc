extension SQLiteSchema {
    /// Stories, their versions, topics and pictures.
    static let stories: StaticString = """
        CREATE TABLE stories (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            guid TEXT UNIQUE,
            slug TEXT NOT NULL,
            language TEXT NOT NULL,
            published_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            current_version INTEGER NOT NULL,
            comment_count INTEGER NOT NULL DEFAULT 0,
            is_withdrawn INTEGER NOT NULL DEFAULT 0,
            opening TEXT NOT NULL
        ) STRICT;
        CREATE INDEX stories_latest ON stories (published_at, id) WHERE is_withdrawn = 0;

        CREATE TABLE versions (
            story_id INTEGER NOT NULL REFERENCES stories (id),
            number INTEGER NOT NULL,
            wire_version INTEGER,
            headline TEXT NOT NULL,
            standfirst TEXT,
            dateline_place TEXT,
            dateline_agency TEXT,
            byline TEXT,
            body TEXT NOT NULL,
            sign_off TEXT,
            created_at INTEGER NOT NULL,
            PRIMARY KEY (story_id, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE credits (
            story_id INTEGER NOT NULL,
            version INTEGER NOT NULL,
            position INTEGER NOT NULL,
            role TEXT NOT NULL,
            person TEXT NOT NULL,
            place TEXT,
            PRIMARY KEY (story_id, version, position),
            FOREIGN KEY (story_id, version) REFERENCES versions (story_id, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE withdrawals (
            story_id INTEGER PRIMARY KEY REFERENCES stories (id),
            at INTEGER NOT NULL,
            wire_version INTEGER,
            reason TEXT
        ) STRICT;

        CREATE TABLE topics (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            slug TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL
        ) STRICT;

        CREATE TABLE story_topics (
            story_id INTEGER NOT NULL REFERENCES stories (id),
            topic_id INTEGER NOT NULL REFERENCES topics (id),
            position INTEGER NOT NULL,
            published_at INTEGER NOT NULL,
            is_withdrawn INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (story_id, topic_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX story_topics_latest ON story_topics (topic_id, published_at, story_id) WHERE is_withdrawn = 0;

        CREATE TABLE related_stories (
            story_id INTEGER NOT NULL REFERENCES stories (id),
            related_id INTEGER NOT NULL REFERENCES stories (id),
            position INTEGER NOT NULL,
            PRIMARY KEY (story_id, related_id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE pictures (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            guid TEXT UNIQUE,
            wire_version INTEGER,
            digest TEXT NOT NULL,
            caption TEXT NOT NULL,
            alternative_text TEXT NOT NULL,
            creator TEXT,
            credit_line TEXT,
            chain TEXT NOT NULL,
            via TEXT,
            is_handout INTEGER NOT NULL,
            copyright_holder TEXT,
            copyright_notice TEXT,
            usage_terms TEXT,
            is_canceled INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        CREATE TABLE renditions (
            picture_id INTEGER NOT NULL REFERENCES pictures (id),
            format TEXT NOT NULL,
            width INTEGER NOT NULL,
            height INTEGER NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (picture_id, format, width)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE galleries (
            story_id INTEGER NOT NULL REFERENCES stories (id),
            position INTEGER NOT NULL,
            picture_id INTEGER NOT NULL REFERENCES pictures (id),
            PRIMARY KEY (story_id, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE packages (
            guid TEXT PRIMARY KEY,
            wire_version INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
