extension SQLiteSchema {
    /// What people are told, and how they want to be told. `mailed_at` is 0 if a notification needs no mail.
    /// Everybody who has the token of an account can turn mails off, but nothing else.
    static let notifications: StaticString = """
        CREATE TABLE notifications (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person_id INTEGER NOT NULL REFERENCES people (id),
            kind TEXT NOT NULL,
            story_id INTEGER REFERENCES stories (id),
            comment_id INTEGER REFERENCES comments (id),
            ruling_id INTEGER REFERENCES rulings (id),
            at INTEGER NOT NULL,
            read_at INTEGER,
            mailed_at INTEGER
        ) STRICT;
        CREATE INDEX notifications_person ON notifications (person_id, id);
        CREATE INDEX notifications_unread ON notifications (person_id, kind, story_id) WHERE read_at IS NULL;
        CREATE INDEX notifications_unmailed ON notifications (person_id, kind, id) WHERE mailed_at IS NULL;
        CREATE INDEX notifications_comment ON notifications (comment_id) WHERE comment_id IS NOT NULL;
        CREATE INDEX notifications_story ON notifications (story_id) WHERE story_id IS NOT NULL AND read_at IS NULL;
        CREATE INDEX notifications_ruling ON notifications (ruling_id) WHERE ruling_id IS NOT NULL;
        CREATE INDEX notifications_age ON notifications (at);

        CREATE TABLE notification_choices (
            person_id INTEGER NOT NULL REFERENCES people (id),
            kind TEXT NOT NULL,
            delivery TEXT NOT NULL,
            PRIMARY KEY (person_id, kind)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX mail_refusals_age ON mail_refusals (refused_at);
        CREATE INDEX people_staff ON people (email) WHERE role <> 'reader';
        CREATE INDEX comments_people ON comments (story_id, person_id) WHERE person_id IS NOT NULL;
        ALTER TABLE people ADD COLUMN mail_token TEXT;
        ALTER TABLE reports ADD COLUMN person_id INTEGER REFERENCES people (id);
        CREATE INDEX reports_person ON reports (person_id, id) WHERE person_id IS NOT NULL;
        """
}
