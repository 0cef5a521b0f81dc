extension PostgreSQLSchema {
    /// The library of pictures: who added them, their originals, their words for the search, their crops and terms;
    /// removals; captions in galleries; and files that no picture needs anymore.
    static let library: StaticString = """
        ALTER TABLE pictures ADD COLUMN source TEXT COLLATE "C";
        ALTER TABLE pictures ADD COLUMN added_at BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE pictures ADD COLUMN added_by BIGINT REFERENCES staff (id);
        ALTER TABLE pictures ADD COLUMN original TEXT COLLATE "C";
        ALTER TABLE pictures ADD COLUMN has_credentials BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE pictures ADD COLUMN revision BIGINT NOT NULL DEFAULT 1;
        ALTER TABLE pictures ADD COLUMN is_indexed BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE pictures ADD COLUMN framing TEXT COLLATE "C" NOT NULL DEFAULT '';
        ALTER TABLE pictures ADD COLUMN is_single_use BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE pictures ADD COLUMN expires_at BIGINT;
        ALTER TABLE pictures ADD COLUMN terms_confirmed_at BIGINT;
        ALTER TABLE pictures ADD COLUMN terms_confirmed_by BIGINT REFERENCES staff (id);
        UPDATE pictures SET added_at = COALESCE((SELECT MIN(s.published_at) FROM galleries g
            JOIN stories s ON s.id = g.story_id WHERE g.picture_id = pictures.id), 0);
        CREATE INDEX pictures_added ON pictures (added_at, id);
        CREATE INDEX pictures_digest ON pictures (digest, is_canceled, id);
        CREATE INDEX pictures_original ON pictures (original) WHERE original IS NOT NULL;
        CREATE INDEX pictures_unindexed ON pictures (id) WHERE is_indexed = 0;
        CREATE INDEX pictures_expiring ON pictures (expires_at) WHERE expires_at IS NOT NULL;

        CREATE TABLE picture_words (
            word TEXT COLLATE "C" NOT NULL,
            picture_id BIGINT NOT NULL REFERENCES pictures (id),
            is_credit BIGINT NOT NULL,
            PRIMARY KEY (word, picture_id)
        );
        CREATE INDEX picture_words_picture ON picture_words (picture_id);

        CREATE TABLE picture_removals (
            picture_id BIGINT PRIMARY KEY REFERENCES pictures (id),
            removed_at BIGINT NOT NULL,
            staff_id BIGINT REFERENCES staff (id),
            reason TEXT COLLATE "C" NOT NULL
        );

        CREATE TABLE discarded_files (
            name TEXT COLLATE "C" PRIMARY KEY,
            picture_id BIGINT NOT NULL REFERENCES pictures (id),
            delete_at BIGINT NOT NULL,
            is_deleted BIGINT NOT NULL
        );

        CREATE INDEX discarded_files_due ON discarded_files (delete_at) WHERE is_deleted = 0;
        CREATE INDEX discarded_files_picture ON discarded_files (picture_id);

        DROP INDEX galleries_picture;
        CREATE INDEX galleries_picture ON galleries (picture_id, story_id);
        ALTER TABLE galleries ADD COLUMN caption TEXT COLLATE "C";

        ALTER TABLE renditions ADD COLUMN crop TEXT COLLATE "C" NOT NULL DEFAULT 'original';
        ALTER TABLE renditions DROP CONSTRAINT renditions_pkey;
        ALTER TABLE renditions ADD PRIMARY KEY (picture_id, crop, format, width);
        """
}
