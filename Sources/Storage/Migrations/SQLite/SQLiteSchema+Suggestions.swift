extension SQLiteSchema {
    /// Readers' suggestions to correct stories, and everything that editors did with each. The state of a suggestion
    /// is that of its latest decision.
    static let suggestions: StaticString = """
        CREATE TABLE suggestions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            story_id INTEGER NOT NULL REFERENCES stories (id),
            story_version INTEGER NOT NULL,
            passage TEXT,
            wrong TEXT NOT NULL,
            correct TEXT,
            evidence TEXT,
            name TEXT,
            may_be_thanked INTEGER NOT NULL DEFAULT 0,
            person_id INTEGER REFERENCES people (id),
            receipt_hash TEXT NOT NULL UNIQUE,
            created_at INTEGER NOT NULL,
            state TEXT NOT NULL DEFAULT 'open',
            decided_at INTEGER
        ) STRICT;
        CREATE INDEX suggestions_open ON suggestions (created_at, id) WHERE state = 'open';
        CREATE INDEX suggestions_decided ON suggestions (decided_at, id) WHERE state <> 'open';
        CREATE INDEX suggestions_person ON suggestions (person_id, id) WHERE person_id IS NOT NULL;

        CREATE TABLE suggestion_decisions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            suggestion_id INTEGER NOT NULL REFERENCES suggestions (id),
            act TEXT NOT NULL,
            answer TEXT,
            staff_id INTEGER NOT NULL REFERENCES people (id),
            at INTEGER NOT NULL,
            story_version INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX suggestion_decisions_suggestion ON suggestion_decisions (suggestion_id, id);

        ALTER TABLE notifications ADD COLUMN suggestion_decision_id INTEGER REFERENCES suggestion_decisions (id);
        CREATE INDEX notifications_suggestion ON notifications (suggestion_decision_id)
            WHERE suggestion_decision_id IS NOT NULL;
        """
}
