/// The tables. Times are milliseconds since 1970 in UTC; text is UTF-8 and compared by its bytes.
enum Schema {
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

    static let people: StaticString = """
        CREATE TABLE staff (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            email TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            role TEXT NOT NULL,
            password_hash TEXT NOT NULL,
            created_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE sessions (
            token_hash TEXT PRIMARY KEY,
            staff_id INTEGER NOT NULL REFERENCES staff (id),
            created_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sessions_expiry ON sessions (expires_at);

        CREATE TABLE admissions (
            kind TEXT NOT NULL,
            source TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX admissions_source ON admissions (kind, source, at);
        CREATE INDEX admissions_age ON admissions (at);
        """

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
        CREATE INDEX comments_replies ON comments (thread_id, created_at, id) WHERE parent_id IS NOT NULL AND is_listed = 1;
        CREATE INDEX comments_answers ON comments (parent_id, created_at, id) WHERE parent_id IS NOT NULL AND is_listed = 1;
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

    static let moderation: StaticString = """
        CREATE TABLE cases (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            comment_id INTEGER NOT NULL REFERENCES comments (id),
            opened_at INTEGER NOT NULL,
            report_count INTEGER NOT NULL DEFAULT 0,
            ruling_id INTEGER REFERENCES rulings (id)
        ) STRICT;
        CREATE UNIQUE INDEX cases_open ON cases (comment_id) WHERE ruling_id IS NULL;
        CREATE INDEX cases_queue ON cases (report_count DESC, opened_at, id) WHERE ruling_id IS NULL;

        CREATE TABLE reports (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            comment_id INTEGER NOT NULL REFERENCES comments (id),
            case_id INTEGER NOT NULL REFERENCES cases (id),
            clause TEXT NOT NULL,
            text TEXT,
            email TEXT,
            source TEXT NOT NULL,
            receipt_hash TEXT NOT NULL UNIQUE,
            created_at INTEGER NOT NULL,
            UNIQUE (comment_id, source)
        ) STRICT;
        CREATE INDEX reports_case ON reports (case_id, id);

        CREATE TABLE rulings (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            case_id INTEGER NOT NULL REFERENCES cases (id),
            comment_id INTEGER NOT NULL REFERENCES comments (id),
            staff_id INTEGER NOT NULL REFERENCES staff (id),
            outcome TEXT NOT NULL CHECK (outcome IN ('uphold', 'dismiss', 'approve')),
            clause TEXT,
            sentence TEXT,
            created_at INTEGER NOT NULL,
            state_before TEXT NOT NULL,
            clause_before TEXT,
            undone_at INTEGER,
            undone_by INTEGER REFERENCES staff (id)
        ) STRICT;
        CREATE INDEX rulings_comment ON rulings (comment_id, id);

        CREATE TABLE log_entries (
            number INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            action TEXT NOT NULL,
            subject TEXT NOT NULL,
            detail TEXT NOT NULL,
            previous_hash TEXT NOT NULL,
            hash TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER log_entries_stay BEFORE UPDATE ON log_entries
        BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
        CREATE TRIGGER log_entries_remain BEFORE DELETE ON log_entries
        BEGIN SELECT RAISE(ABORT, 'the log is never shortened'); END;
        """
}
