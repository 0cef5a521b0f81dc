extension SQLiteSchema {
    /// Views of the queue that members of staff saved, and marks of the comments that are unread. The index has the
    /// story, so that narrow views and counts read no other comments. SQLite needs the mark in it, too.
    static let savedViews: StaticString = """
        CREATE TABLE saved_views (
            staff_id INTEGER NOT NULL REFERENCES staff (id),
            name_key TEXT NOT NULL,
            name TEXT NOT NULL,
            fields TEXT NOT NULL,
            PRIMARY KEY (staff_id, name_key)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX rulings_case ON rulings (case_id, id);
        DROP INDEX comments_unread;
        CREATE INDEX comments_unread ON comments (created_at, id, story_id, is_unread) WHERE is_unread = 1;
        UPDATE comments SET is_unread = 1
        WHERE created_at / 604800000 >= (CAST(strftime('%s', 'now') AS INTEGER) - 604800) / 604800
            AND created_at > (CAST(strftime('%s', 'now') AS INTEGER) - 604800) * 1000 AND staff_id IS NULL
            AND NOT EXISTS (SELECT 1 FROM rulings r WHERE r.comment_id = comments.id AND r.undone_at IS NULL);
        """
}
