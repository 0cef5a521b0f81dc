extension SQLiteSchema {
    /// The library of pictures: who added them, their originals, their words for the search, their crops and terms;
    /// removals; captions in galleries; and files that no picture needs anymore.
    static let library: StaticString = """
        ALTER TABLE pictures ADD COLUMN source TEXT;
        ALTER TABLE pictures ADD COLUMN added_at INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE pictures ADD COLUMN added_by INTEGER REFERENCES staff (id);
        ALTER TABLE pictures ADD COLUMN original TEXT;
        ALTER TABLE pictures ADD COLUMN has_credentials INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE pictures ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
        ALTER TABLE pictures ADD COLUMN is_indexed INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE pictures ADD COLUMN framing TEXT NOT NULL DEFAULT '';
        ALTER TABLE pictures ADD COLUMN is_single_use INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE pictures ADD COLUMN expires_at INTEGER;
        ALTER TABLE pictures ADD COLUMN terms_confirmed_at INTEGER;
        ALTER TABLE pictures ADD COLUMN terms_confirmed_by INTEGER REFERENCES staff (id);
        UPDATE pictures SET added_at = COALESCE((SELECT MIN(s.published_at) FROM galleries g
            JOIN stories s ON s.id = g.story_id WHERE g.picture_id = pictures.id), 0);
        CREATE INDEX pictures_added ON pictures (added_at, id);
        CREATE INDEX pictures_digest ON pictures (digest, is_canceled, id);
        CREATE INDEX pictures_original ON pictures (original) WHERE original IS NOT NULL;
        CREATE INDEX pictures_unindexed ON pictures (id) WHERE is_indexed = 0;
        CREATE INDEX pictures_expiring ON pictures (expires_at) WHERE expires_at IS NOT NULL;

        CREATE TABLE picture_words (
            word TEXT NOT NULL,
            picture_id INTEGER NOT NULL REFERENCES pictures (id),
            is_credit INTEGER NOT NULL,
            PRIMARY KEY (word, picture_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX picture_words_picture ON picture_words (picture_id);

        CREATE TABLE picture_removals (
            picture_id INTEGER PRIMARY KEY REFERENCES pictures (id),
            removed_at INTEGER NOT NULL,
            staff_id INTEGER REFERENCES staff (id),
            reason TEXT NOT NULL
        ) STRICT;

        CREATE TABLE discarded_files (
            name TEXT PRIMARY KEY,
            picture_id INTEGER NOT NULL REFERENCES pictures (id),
            delete_at INTEGER NOT NULL,
            is_deleted INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX discarded_files_due ON discarded_files (delete_at) WHERE is_deleted = 0;
        CREATE INDEX discarded_files_picture ON discarded_files (picture_id);

        DROP INDEX galleries_picture;
        CREATE INDEX galleries_picture ON galleries (picture_id, story_id);
        ALTER TABLE galleries ADD COLUMN caption TEXT;

        CREATE TABLE cropped_renditions (
            picture_id INTEGER NOT NULL REFERENCES pictures (id),
            crop TEXT NOT NULL,
            format TEXT NOT NULL,
            width INTEGER NOT NULL,
            height INTEGER NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (picture_id, crop, format, width)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO cropped_renditions SELECT picture_id, 'original', format, width, height, name FROM renditions;
        DROP TABLE renditions;
        ALTER TABLE cropped_renditions RENAME TO renditions;
        CREATE INDEX renditions_name ON renditions (name);
        """
}
