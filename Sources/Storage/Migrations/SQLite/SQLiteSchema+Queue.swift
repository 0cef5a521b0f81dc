extension SQLiteSchema {
    /// The queue of cases: their urgency, claims and escalations; acts that decide no case; acts on many cases; notes;
    /// passages that the desk took out of comments; comments by the desk; and comments that nobody at the desk has read.
    static let queue: StaticString = """
        ALTER TABLE reports ADD COLUMN minutes INTEGER NOT NULL DEFAULT 60;
        CREATE INDEX reports_record ON reports (source, id);

        ALTER TABLE cases ADD COLUMN story_id INTEGER REFERENCES stories (id);
        ALTER TABLE cases ADD COLUMN is_held INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE cases ADD COLUMN audience INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE cases ADD COLUMN due_at INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE cases ADD COLUMN escalated_at INTEGER;
        ALTER TABLE cases ADD COLUMN escalated_by INTEGER REFERENCES staff (id);
        ALTER TABLE cases ADD COLUMN claimed_by INTEGER REFERENCES staff (id);
        ALTER TABLE cases ADD COLUMN claimed_until INTEGER;
        UPDATE cases SET story_id = (SELECT c.story_id FROM comments c WHERE c.id = cases.comment_id),
            is_held = (SELECT CASE c.state WHEN 'held' THEN 1 ELSE 0 END FROM comments c WHERE c.id = cases.comment_id);
        UPDATE cases SET due_at = opened_at - 60000 * (30 * is_held + 60 * report_count);
        DROP INDEX cases_queue;
        CREATE INDEX cases_queue ON cases (due_at, id, is_held, report_count, escalated_at, claimed_until, story_id)
            WHERE ruling_id IS NULL;

        CREATE TABLE case_acts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            case_id INTEGER NOT NULL REFERENCES cases (id),
            comment_id INTEGER NOT NULL REFERENCES comments (id),
            staff_id INTEGER NOT NULL REFERENCES staff (id),
            kind TEXT NOT NULL CHECK (kind IN ('hold', 'escalate')),
            created_at INTEGER NOT NULL,
            undone_at INTEGER,
            undone_by INTEGER REFERENCES staff (id)
        ) STRICT;
        CREATE INDEX case_acts_case ON case_acts (case_id, id);

        CREATE TABLE bulk_rulings (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            staff_id INTEGER NOT NULL REFERENCES staff (id),
            outcome TEXT NOT NULL,
            clause TEXT,
            sentence TEXT,
            cases TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            confirmed_by INTEGER REFERENCES staff (id),
            confirmed_at INTEGER,
            undone_at INTEGER,
            undone_by INTEGER REFERENCES staff (id)
        ) STRICT;
        ALTER TABLE rulings ADD COLUMN bulk_id INTEGER REFERENCES bulk_rulings (id);
        CREATE INDEX rulings_bulk ON rulings (bulk_id, id) WHERE bulk_id IS NOT NULL;

        CREATE TABLE desk_notes (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            comment_id INTEGER REFERENCES comments (id),
            name_key TEXT,
            staff_id INTEGER NOT NULL REFERENCES staff (id),
            text TEXT NOT NULL,
            created_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX desk_notes_comment ON desk_notes (comment_id, id) WHERE comment_id IS NOT NULL;
        CREATE INDEX desk_notes_name ON desk_notes (name_key, id) WHERE name_key IS NOT NULL;

        CREATE TABLE redactions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            comment_id INTEGER NOT NULL REFERENCES comments (id),
            staff_id INTEGER NOT NULL REFERENCES staff (id),
            text_before TEXT NOT NULL,
            clause TEXT,
            made_at INTEGER NOT NULL,
            undone_at INTEGER,
            undone_by INTEGER REFERENCES staff (id)
        ) STRICT;
        CREATE INDEX redactions_comment ON redactions (comment_id, id);

        CREATE TABLE moderator_days (
            staff_id INTEGER NOT NULL REFERENCES staff (id),
            day TEXT NOT NULL,
            decided INTEGER NOT NULL DEFAULT 0,
            removed INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (staff_id, day)
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE comments ADD COLUMN staff_id INTEGER REFERENCES staff (id);
        ALTER TABLE comments ADD COLUMN redacted_at INTEGER;
        ALTER TABLE comments ADD COLUMN is_unread INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX comments_unread ON comments (created_at, id) WHERE is_unread = 1;
        CREATE INDEX comments_removed ON comments (name_key, clause, state) WHERE state = 'removed';
        CREATE INDEX comments_source ON comments ((created_at / 604800000), source, name_key);
        """
}
