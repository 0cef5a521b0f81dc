import Database

extension MovedTable {
    /// Comments, moderation, jobs, mails and the change feed.
    static let discussion: [MovedTable] = [
        .comments,
        MovedTable(
            "comment_texts", types: "iiti", key: ["comment_id", "number"],
            columns: "comment_id, number, text, replaced_at"),
        MovedTable(
            "discussion_decisions", types: "iitiit", key: ["id"],
            columns: "id, story_id, kind, at, staff_id, reason"),
        .bulkRulings, .cases, .rulings,
        MovedTable(
            "reports", types: "iiitttttiii", key: ["id"],
            columns:
                "id, comment_id, case_id, clause, text, email, source, receipt_hash, created_at, minutes, person_id"),
        MovedTable(
            "case_acts", types: "iiiitiii", key: ["id"],
            columns: "id, case_id, comment_id, staff_id, kind, created_at, undone_at, undone_by"),
        MovedTable(
            "desk_notes", types: "iititi", key: ["id"],
            columns: "id, comment_id, name_key, staff_id, text, created_at"),
        MovedTable(
            "redactions", types: "iiittiii", key: ["id"],
            columns: "id, comment_id, staff_id, text_before, clause, made_at, undone_at, undone_by"),
        MovedTable(
            "moderator_days", types: "itii", key: ["staff_id", "day"],
            columns: "staff_id, day, decided, removed"),
        MovedTable(
            "saved_views", types: "ittt", key: ["staff_id", "name_key"],
            columns: "staff_id, name_key, name, fields"),
        MovedTable(
            "log_entries", types: "iitttttt", key: ["number"],
            columns: "number, at, actor, action, subject, detail, previous_hash, hash"),
        MovedTable(
            "changes", types: "itiiiiii", key: ["number"],
            columns: "number, kind, story_id, comment_id, parent_id, thread_id, person_id, entry_id"),
        MovedTable(
            "jobs", types: "itttiiiiiiti", key: ["id"],
            columns: """
                id, kind, subject, key, enqueued_at, due_at, given_up_at, is_claimed, claim, attempts, failure,
                failed_at
                """),
        MovedTable(
            "mails", types: "itttttii", key: ["id"],
            columns: "id, recipient, kind, language, content, identifier, created_at, expires_at"),
        MovedTable(
            "mail_refusals", types: "titi", key: ["address"],
            columns: "address, code, reason, refused_at"),
        MovedTable(
            "suggestions", types: "iiitttttiititi", key: ["id"],
            columns: """
                id, story_id, story_version, passage, wrong, correct, evidence, name, may_be_thanked, person_id,
                receipt_hash, created_at, state, decided_at
                """),
        MovedTable(
            "suggestion_decisions", types: "iittiii", key: ["id"],
            columns: "id, suggestion_id, act, answer, staff_id, at, story_version"),
        MovedTable(
            "notifications", types: "iitiiiiiii", key: ["id"],
            columns: """
                id, person_id, kind, story_id, comment_id, ruling_id, suggestion_decision_id, at, read_at, mailed_at
                """),
        MovedTable(
            "notification_choices", types: "itt", key: ["person_id", "kind"], columns: "person_id, kind, delivery"),
        MovedTable(
            "secrets", types: "t", key: ["fingerprint"],
            columns: "fingerprint"),
    ]

    /// The ruling comes last; see `insertCase`.
    static let cases = MovedTable(
        "cases", types: "iiiiiiiiiiiiiii", key: ["id"],
        columns: """
            id, comment_id, opened_at, report_count, story_id, is_held, audience, due_at, escalated_at, escalated_by,
            claimed_by, claimed_until, asked_at, closed_at, ruling_id
            """)

    static let bulkRulings = MovedTable(
        "bulk_rulings", types: "iittttiiiii", key: ["id"],
        columns: """
            id, staff_id, outcome, clause, sentence, cases, created_at, confirmed_by, confirmed_at, undone_at, undone_by
            """)

    static let rulings = MovedTable(
        "rulings", types: "iiiitttittiii", key: ["id"],
        columns: """
            id, case_id, comment_id, staff_id, outcome, clause, sentence, created_at, state_before, clause_before,
            undone_at, undone_by, bulk_id
            """)
}
