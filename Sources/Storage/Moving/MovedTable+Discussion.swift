import Database

extension MovedTable {
    /// Comments, moderation, jobs and the change feed.
    static let discussion: [MovedTable] = [
        .comments,
        MovedTable(
            "comment_texts", types: "iiti", key: ["comment_id", "number"],
            columns: "comment_id, number, text, replaced_at"),
        MovedTable(
            "discussion_decisions", types: "iitiit", key: ["id"],
            columns: "id, story_id, kind, at, staff_id, reason"),
        .cases, .rulings,
        MovedTable(
            "reports", types: "iiittttti", key: ["id"],
            columns: "id, comment_id, case_id, clause, text, email, source, receipt_hash, created_at"),
        MovedTable(
            "log_entries", types: "iitttttt", key: ["number"],
            columns: "number, at, actor, action, subject, detail, previous_hash, hash"),
        MovedTable(
            "changes", types: "itiiii", key: ["number"],
            columns: "number, kind, story_id, comment_id, parent_id, thread_id"),
        MovedTable(
            "jobs", types: "itttiiiiiiti", key: ["id"],
            columns: """
                id, kind, subject, key, enqueued_at, due_at, given_up_at, is_claimed, claim, attempts, failure,
                failed_at
                """),
        MovedTable(
            "secrets", types: "t", key: ["fingerprint"],
            columns: "fingerprint"),
    ]

    static let cases = MovedTable(
        "cases", types: "iiiii", key: ["id"],
        columns: "id, comment_id, opened_at, report_count, ruling_id")

    static let rulings = MovedTable(
        "rulings", types: "iiiitttittii", key: ["id"],
        columns: """
            id, case_id, comment_id, staff_id, outcome, clause, sentence, created_at, state_before, clause_before,
            undone_at, undone_by
            """)
}
