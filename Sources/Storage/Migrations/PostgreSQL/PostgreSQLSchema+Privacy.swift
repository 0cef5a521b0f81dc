extension PostgreSQLSchema {
    /// Accounts that end, archives that people download, and indexes of what is kept only for a while.
    ///
    /// `leaves_with` says what becomes of the comments, and stays until that is done. A former name without a
    /// person belonged to an account that is erased. The digest of a source is hexadecimal. What stands in
    /// its place when it is erased sorts before `0`.
    static let privacy: StaticString = """
        ALTER TABLE people ADD COLUMN leaves_at BIGINT;
        ALTER TABLE people ADD COLUMN leaves_with TEXT COLLATE "C" CHECK (leaves_with IN ('keep', 'delete'));

        ALTER TABLE former_names ALTER COLUMN person_id DROP NOT NULL;

        CREATE TABLE downloads (
            person_id BIGINT PRIMARY KEY REFERENCES people (id),
            ordered_at BIGINT NOT NULL,
            made_at BIGINT,
            expires_at BIGINT NOT NULL,
            after_at BIGINT,
            after_number BIGINT
        );
        CREATE INDEX downloads_age ON downloads (expires_at);

        CREATE TABLE download_parts (
            person_id BIGINT NOT NULL REFERENCES people (id),
            file TEXT COLLATE "C" NOT NULL,
            number BIGINT NOT NULL,
            text TEXT COLLATE "C" NOT NULL,
            PRIMARY KEY (person_id, file, number)
        );

        CREATE INDEX comments_digest ON comments (created_at) WHERE source >= '0';
        CREATE INDEX comments_email ON comments (LOWER(email)) WHERE email IS NOT NULL;
        CREATE INDEX reports_digest ON reports (created_at) WHERE source >= '0';
        CREATE INDEX reports_email ON reports (LOWER(email)) WHERE email IS NOT NULL;
        CREATE INDEX sign_in_links_email ON sign_in_links (email);
        """
}
