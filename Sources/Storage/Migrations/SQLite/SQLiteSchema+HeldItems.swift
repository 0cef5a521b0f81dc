extension SQLiteSchema {
    /// Items from agencies that wait, and the members that packages among them name. `content` is the JSON of
    /// `HeldItem.Content`. The indexes find the story
    /// of a picture's file, withdrawn stories by time, and one person's drafts.
    static let heldItems: StaticString = """
        CREATE TABLE held_items (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            guid TEXT NOT NULL UNIQUE,
            wire_version INTEGER NOT NULL,
            embargoed_until INTEGER,
            title TEXT NOT NULL,
            content TEXT NOT NULL
        ) STRICT;
        CREATE INDEX held_items_embargo ON held_items (embargoed_until, id) WHERE embargoed_until IS NOT NULL;

        CREATE TABLE held_members (
            member TEXT NOT NULL,
            package_id INTEGER NOT NULL REFERENCES held_items (id),
            PRIMARY KEY (member, package_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX held_members_package ON held_members (package_id);

        CREATE INDEX renditions_name ON renditions (name);
        CREATE INDEX withdrawals_at ON withdrawals (at, story_id);
        DROP INDEX drafts_author;
        CREATE INDEX drafts_author ON drafts (author_id, updated_at, id) WHERE state <> 'published';
        """
}
