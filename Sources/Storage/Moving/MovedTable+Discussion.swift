extension MovedTable {
    /// People, comments, the desk and the record of changes.
    static let discussion: [MovedTable] = [
        MovedTable(
            "staff", columns: "ittttii", key: 1,
            portion: """
                SELECT id, email, name, role, password_hash, created_at, removed_at
                FROM staff WHERE id > $1 ORDER BY id LIMIT $2
                """,
            insertion: """
                INSERT INTO staff (id, email, name, role, password_hash, created_at, removed_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """,
            last: "SELECT id FROM staff ORDER BY id DESC LIMIT 1"),
        MovedTable(
            "sessions", columns: "tiii", key: 1,
            portion: """
                SELECT token_hash, staff_id, created_at, expires_at
                FROM sessions WHERE token_hash > $1 ORDER BY token_hash LIMIT $2
                """,
            insertion: """
                INSERT INTO sessions (token_hash, staff_id, created_at, expires_at)
                VALUES ($1, $2, $3, $4)
                """,
            last: "SELECT token_hash FROM sessions ORDER BY token_hash DESC LIMIT 1"),
        MovedTable(
            "comments", columns: "iiiittttttiiiiitt", key: 1,
            portion: """
                SELECT id, story_id, parent_id, thread_id, name, name_key, email, text, state, clause, is_listed,
                    story_version, created_at, edited_at, reply_count, source, writer
                FROM comments WHERE id > $1 ORDER BY id LIMIT $2
                """,
            insertion: """
                INSERT INTO comments (id, story_id, parent_id, thread_id, name, name_key, email, text, state, clause,
                    is_listed, story_version, created_at, edited_at, reply_count, source, writer)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
                """,
            last: "SELECT id FROM comments ORDER BY id DESC LIMIT 1"),
        MovedTable(
            "comment_texts", columns: "iiti", key: 2,
            portion: """
                SELECT comment_id, number, text, replaced_at
                FROM comment_texts WHERE (comment_id, number) > ($1, $2) ORDER BY comment_id, number LIMIT $3
                """,
            insertion: """
                INSERT INTO comment_texts (comment_id, number, text, replaced_at)
                VALUES ($1, $2, $3, $4)
                """,
            last: "SELECT comment_id, number FROM comment_texts ORDER BY comment_id DESC, number DESC LIMIT 1"),
        MovedTable(
            "discussion_decisions", columns: "iitiit", key: 1,
            portion: """
                SELECT id, story_id, kind, at, staff_id, reason
                FROM discussion_decisions WHERE id > $1 ORDER BY id LIMIT $2
                """,
            insertion: """
                INSERT INTO discussion_decisions (id, story_id, kind, at, staff_id, reason)
                VALUES ($1, $2, $3, $4, $5, $6)
                """,
            last: "SELECT id FROM discussion_decisions ORDER BY id DESC LIMIT 1"),
        .cases, .rulings,
        MovedTable(
            "reports", columns: "iiittttti", key: 1,
            portion: """
                SELECT id, comment_id, case_id, clause, text, email, source, receipt_hash, created_at
                FROM reports WHERE id > $1 ORDER BY id LIMIT $2
                """,
            insertion: """
                INSERT INTO reports (id, comment_id, case_id, clause, text, email, source, receipt_hash, created_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """,
            last: "SELECT id FROM reports ORDER BY id DESC LIMIT 1"),
        MovedTable(
            "log_entries", columns: "iitttttt", key: 1,
            portion: """
                SELECT number, at, actor, action, subject, detail, previous_hash, hash
                FROM log_entries WHERE number > $1 ORDER BY number LIMIT $2
                """,
            insertion: """
                INSERT INTO log_entries (number, at, actor, action, subject, detail, previous_hash, hash)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """,
            last: "SELECT number FROM log_entries ORDER BY number DESC LIMIT 1"),
        MovedTable(
            "changes", columns: "itiiii", key: 1,
            portion: """
                SELECT number, kind, story_id, comment_id, parent_id, thread_id
                FROM changes WHERE number > $1 ORDER BY number LIMIT $2
                """,
            insertion: """
                INSERT INTO changes (number, kind, story_id, comment_id, parent_id, thread_id)
                VALUES ($1, $2, $3, $4, $5, $6)
                """,
            last: "SELECT number FROM changes ORDER BY number DESC LIMIT 1"),
        MovedTable(
            "secrets", columns: "t", key: 1,
            portion: """
                SELECT fingerprint
                FROM secrets WHERE fingerprint > $1 ORDER BY fingerprint LIMIT $2
                """,
            insertion: """
                INSERT INTO secrets (fingerprint)
                VALUES ($1)
                """,
            last: "SELECT fingerprint FROM secrets ORDER BY fingerprint DESC LIMIT 1"),
    ]

    static let cases = MovedTable(
        "cases", columns: "iiiii", key: 1,
        portion: """
            SELECT id, comment_id, opened_at, report_count, ruling_id
            FROM cases WHERE id > $1 ORDER BY id LIMIT $2
            """,
        insertion: """
            INSERT INTO cases (id, comment_id, opened_at, report_count, ruling_id)
            VALUES ($1, $2, $3, $4, $5)
            """,
        last: "SELECT id FROM cases ORDER BY id DESC LIMIT 1")

    static let rulings = MovedTable(
        "rulings", columns: "iiiitttittii", key: 1,
        portion: """
            SELECT id, case_id, comment_id, staff_id, outcome, clause, sentence, created_at, state_before,
                clause_before, undone_at, undone_by
            FROM rulings WHERE id > $1 ORDER BY id LIMIT $2
            """,
        insertion: """
            INSERT INTO rulings (id, case_id, comment_id, staff_id, outcome, clause, sentence, created_at,
                state_before, clause_before, undone_at, undone_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """,
        last: "SELECT id FROM rulings ORDER BY id DESC LIMIT 1")
}
