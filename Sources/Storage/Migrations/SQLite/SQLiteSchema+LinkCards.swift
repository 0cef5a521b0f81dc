extension SQLiteSchema {
    /// What cards show, the files of their pictures, and the cards that stories use.
    static let linkCards: StaticString = """
        CREATE TABLE link_cards (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            address TEXT NOT NULL UNIQUE,
            state TEXT NOT NULL CHECK (state IN ('waiting', 'fetched', 'failed')),
            title TEXT,
            description TEXT,
            site TEXT,
            fetched_at INTEGER,
            CHECK ((state = 'fetched') = (title IS NOT NULL)),
            CHECK ((state = 'fetched') = (fetched_at IS NOT NULL))
        ) STRICT;

        CREATE TABLE card_renditions (
            card_id INTEGER NOT NULL REFERENCES link_cards (id),
            format TEXT NOT NULL,
            width INTEGER NOT NULL,
            height INTEGER NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (card_id, format, width)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX card_renditions_name ON card_renditions (name);

        CREATE TABLE story_cards (
            story_id INTEGER NOT NULL REFERENCES stories (id),
            card_id INTEGER NOT NULL REFERENCES link_cards (id),
            PRIMARY KEY (story_id, card_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX story_cards_card ON story_cards (card_id, story_id);
        """
}
