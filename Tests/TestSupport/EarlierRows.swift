package import Database
import Foundation
import Newsroom
import Storage

/// The rows of a newspaper as earlier versions stored them: after each step of the schema that made a table, the
/// rows that its first version wrote there.
package enum EarlierRows {
    /// Brings an empty database to the schema of an earlier version, with the rows that it has by then.
    package static func fill(_ database: Database, upTo step: Int) async throws {
        for number in 1...step {
            try await Migrations.run(on: database, upTo: number)
            try await database.write { tx in
                if let script = scripts[number] { try tx.script(script) }
                if number == firstWithLog { try writeLog(tx) }
            }
        }
    }

    /// The step that made the log.
    private static let firstWithLog = 4

    private static func writeLog(_ tx: Transaction) throws {
        var previous = LogEntry.beforeTheFirst
        for number in Int64(1)...3 {
            let entry = LogEntry(
                number: number, at: Date(timeIntervalSince1970: 1_767_268_800), actor: "desk@example.org",
                action: "ruling", subject: "comment \(number)",
                detail: "uphold", previousHash: previous)
            try tx.run(
                """
                INSERT INTO log_entries (number, at, actor, action, subject, detail, previous_hash, hash)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """, entry.number, entry.at, entry.actor, entry.action, entry.subject, entry.detail,
                entry.previousHash, entry.hash)
            previous = entry.hash
        }
    }

    /// By the number of the step. The numbers of rows follow from their order.
    private static let scripts: [Int: StaticString] = [
        1: """
        INSERT INTO stories (guid, slug, language, published_at, updated_at, current_version, comment_count, opening)
            VALUES ('one', 'a-bridge-opens', 'en', 1767268800000, 1767268800000, 2, 2, 'It began.');
        INSERT INTO stories (slug, language, published_at, updated_at, current_version, is_withdrawn, opening)
            VALUES ('a-ferry-leaves', 'en', 1767268800000, 1767268800000, 1, 1, 'It left.');
        INSERT INTO versions (story_id, number, headline, body, created_at)
            VALUES (1, 1, 'A bridge', 'It began.', 1767268800000);
        INSERT INTO versions (story_id, number, wire_version, headline, standfirst, byline, body, created_at)
            VALUES (1, 2, 4, 'A bridge opens', 'On time', 'By A. Writer', 'It began. It went on.', 1767268900000);
        INSERT INTO versions (story_id, number, headline, body, created_at)
            VALUES (2, 1, 'A ferry leaves', 'It left.', 1767268800000);
        INSERT INTO credits (story_id, version, position, role, person) VALUES (1, 2, 0, 'Reporting', 'A. Writer');
        INSERT INTO withdrawals (story_id, at, reason) VALUES (2, 1767268900000, 'It did not leave.');
        INSERT INTO topics (slug, name) VALUES ('bridges', 'Bridges');
        INSERT INTO story_topics (story_id, topic_id, position, published_at) VALUES (1, 1, 0, 1767268800000);
        INSERT INTO story_topics (story_id, topic_id, position, published_at, is_withdrawn)
            VALUES (2, 1, 0, 1767268800000, 1);
        INSERT INTO related_stories (story_id, related_id, position) VALUES (1, 2, 0);
        INSERT INTO pictures (guid, digest, caption, alternative_text, chain, is_handout)
            VALUES ('p', 'abc', 'The bridge', 'A bridge', '', 0);
        INSERT INTO renditions (picture_id, format, width, height, name) VALUES (1, 'jpeg', 640, 480, 'abc-640.jpg');
        INSERT INTO galleries (story_id, position, picture_id) VALUES (1, 0, 1);
        INSERT INTO packages (guid, wire_version) VALUES ('package', 1)
        """,
        2: """
        INSERT INTO staff (email, name, role, password_hash, created_at)
            VALUES ('desk@example.org', 'The desk', 'moderator', '-', 1767268800000);
        INSERT INTO sessions (token_hash, staff_id, created_at, expires_at)
            VALUES ('token', 1, 1767268800000, 1767355200000);
        INSERT INTO admissions (kind, source, at) VALUES ('comment', 'source', 1767268800000)
        """,
        3: """
        INSERT INTO comments (story_id, name, name_key, text, state, is_listed, story_version, created_at, source,
            writer, reply_count)
            VALUES (1, 'A reader', 'a reader', 'First.', 'published', 1, 1, 1767268800000, 'one', 'w', 1);
        INSERT INTO comments (story_id, parent_id, thread_id, name, name_key, text, state, is_listed, story_version,
            created_at, source) VALUES (1, 1, 1, 'B', 'b', 'A reply.', 'published', 1, 2, 1767268900000, 'two');
        INSERT INTO comments (story_id, name, name_key, text, state, clause, is_listed, story_version, created_at,
            edited_at, source) VALUES (1, 'C', 'c', 'Gone.', 'removed', 'abuse', 0, 2, 1767269000000, 1767269050000,
            'three');
        INSERT INTO comments (story_id, name, name_key, text, state, is_listed, story_version, created_at, source)
            VALUES (1, 'D', 'd', 'Waiting.', 'held', 0, 2, 1767269100000, 'four');
        INSERT INTO comment_texts (comment_id, number, text, replaced_at) VALUES (3, 1, 'Go.', 1767269050000);
        INSERT INTO discussion_decisions (story_id, kind, at, staff_id, reason)
            VALUES (1, 'open', 1767269200000, 1, 'More to say')
        """,
        4: """
        INSERT INTO cases (comment_id, opened_at, report_count) VALUES (1, 1767269100000, 1);
        INSERT INTO cases (comment_id, opened_at) VALUES (4, 1767269100000);
        INSERT INTO cases (comment_id, opened_at) VALUES (3, 1767269000000);
        INSERT INTO reports (comment_id, case_id, clause, text, source, receipt_hash, created_at)
            VALUES (1, 1, 'abuse', 'Look.', 'five', 'receipt', 1767269100000);
        INSERT INTO rulings (case_id, comment_id, staff_id, outcome, clause, created_at, state_before)
            VALUES (3, 3, 1, 'uphold', 'abuse', 1767269200000, 'published');
        UPDATE cases SET ruling_id = 1 WHERE id = 3
        """,
        5: """
        INSERT INTO changes (kind, story_id) VALUES ('story.published', 1);
        INSERT INTO changes (kind, story_id, comment_id, thread_id) VALUES ('comment.published', 1, 1, 1);
        UPDATE stories SET last_change = 2 WHERE id = 1
        """,
        9: "INSERT INTO duties (name, done_at) VALUES ('sweep', 1767268800000)",
        15: "INSERT INTO invitations (token_hash, expires_at) VALUES ('invitation', 1767268800000)",
        16: """
        INSERT INTO jobs (kind, subject, key, enqueued_at, due_at, given_up_at)
            VALUES ('clearLimits', '', 'clearLimits', 1767268800000, 1767268800000, 1767272400000)
        """,
        17: """
        INSERT INTO drafts (state, author_id, headline, content, revision, updated_at, updated_by)
            VALUES ('draft', 1, 'A tunnel', '{"headline":"A tunnel","body":"It is dark."}', 1, 1767268800000, 1);
        INSERT INTO saved_drafts (draft_id, revision, content, saved_at, saved_by)
            VALUES (1, 1, '{"headline":"A tunnel","body":"It is dark."}', 1767268800000, 1)
        """,
        19: """
        INSERT INTO draft_notes (draft_id, author_id, created_at, text)
            VALUES (1, 1, 1767268800000, 'How dark?')
        """,
        21: "INSERT INTO link_cards (address, state) VALUES ('https://bridge.example/', 'waiting')",
        23: """
        INSERT INTO desk_notes (comment_id, staff_id, text, created_at) VALUES (1, 1, 'A regular.', 1767268800000);
        INSERT INTO moderator_days (staff_id, day, decided, removed) VALUES (1, '2026-01-01', 1, 1)
        """,
        26: "INSERT INTO saved_views (staff_id, name_key, name, fields) VALUES (1, 'mine', 'Mine', '')",
        29: """
        INSERT INTO people (email, name, role, password_hash, created_at, name_key)
            VALUES ('reader@example.org', 'Ada Reader', 'reader', '', 1767268800000, 'adareader');
        INSERT INTO former_names (name_key, person_id, reserved_until)
            SELECT 'another', id, 1798804800000 FROM people WHERE role = 'reader';
        INSERT INTO open_sessions (token_hash, person_id, created_at, expires_at, used_at, agent)
            SELECT 'reader', id, 1767268800000, 1798804800000, 1767268800000, 'Firefox, Linux' FROM people
            WHERE role = 'reader';
        INSERT INTO sign_in_links (token_hash, email, browser, code_hash, created_at, expires_at)
            VALUES ('link', 'reader@example.org', 'browser', 'code', 1767268800000, 1767269700000);
        INSERT INTO sign_ins (person_id, at, way, source, agent)
            SELECT id, 1767268800000, 'link', 'zebra', 'Firefox, Linux' FROM people WHERE role = 'reader';
        INSERT INTO address_changes (token_hash, person_id, new_email, asks_new, expires_at)
            SELECT 'change', id, 'new@example.org', 1, 1767269700000 FROM people WHERE role = 'reader';
        UPDATE comments SET person_id = (SELECT id FROM people WHERE role = 'reader') WHERE id = 1;
        """,
        30: """
        INSERT INTO mails (recipient, kind, language, content, identifier, created_at)
            VALUES ('a@example.org', 'notification', 'en', '{"subject":"A","parts":[]}', 'a', 1767268800000);
        INSERT INTO jobs (kind, subject, key, enqueued_at, due_at, given_up_at)
            VALUES ('send mail', '1', 'send mail 1', 1767268800000, 1767268800000, 1767441600000);
        INSERT INTO mail_refusals (address, code, reason, refused_at)
            VALUES ('b@example.org', 550, 'No', 1767268800000)
        """,
        31: """
        INSERT INTO follows (person_id, story_id, since) SELECT id, 1, 1767268800000 FROM people WHERE role = 'reader';
        INSERT INTO mutes (person_id, muted_id, since) SELECT 1, id, 1767268800000 FROM people WHERE role = 'reader'
        """,
        32: """
        INSERT INTO notifications (person_id, kind, comment_id, at)
            SELECT id, 'reply', 2, 1767268800000 FROM people WHERE role = 'reader';
        INSERT INTO notification_choices (person_id, kind, delivery)
            SELECT id, 'reply', 'daily' FROM people WHERE role = 'reader'
        """,
        33: """
        INSERT INTO downloads (person_id, ordered_at, expires_at) VALUES (1, 1767268800000, 1767873600000);
        INSERT INTO download_parts (person_id, file, number, text) VALUES (1, 'comments', 1, '')
        """,
        34: """
        UPDATE versions SET act = 'clarification', note = 'It opened on Monday.' WHERE story_id = 1 AND number = 1
        """,
        35: """
        INSERT INTO reversed_withdrawals (story_id, origin, withdrawn_at, reason, reversed_at, reversed_by)
            SELECT 1, 'desk', 1767268800000, 'It was wrong.', 1767272400000, MIN(id) FROM people;
        UPDATE held_items SET waiting_since = 1767268800000 WHERE embargoed_until IS NULL
        """,
        37: """
        UPDATE stories SET live_since = 1767268800000, live_order = 'newest' WHERE id = 1;
        INSERT INTO live_entries (story_id, created_at, author_id, author_name, text, is_key_point, token)
            VALUES (1, 1767268800000, 1, 'An editor', 'It opened.', 1, 'token');
        INSERT INTO changes (kind, story_id, entry_id) VALUES ('entry.added', 1, 1)
        """,
    ]
}
