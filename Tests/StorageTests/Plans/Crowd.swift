import Database

extension Transaction {
    /// Adds hundreds of meaningless rows to every table, so that PostgreSQL does not plan for tiny tables.
    func fillWithCrowd() throws {
        try script(
            """
            INSERT INTO people (email, name, role, password_hash, created_at)
                SELECT 'crowd ' || n, 'Crowd', 'moderator', '-', 0 FROM generate_series(1, 900) n;
            INSERT INTO open_sessions (token_hash, person_id, created_at, expires_at)
                SELECT 'crowd ' || id, id, 0, 4102444800000 FROM people;
            INSERT INTO admissions (kind, source, at) SELECT 'comment', 'crowd ' || n, n FROM generate_series(1, 900) n;
            INSERT INTO packages (guid, wire_version) SELECT 'crowd ' || n, 1 FROM generate_series(1, 900) n;
            INSERT INTO topics (slug, name) SELECT 'crowd-' || n, 'Crowd' FROM generate_series(1, 900) n;
            INSERT INTO pictures (guid, digest, caption, alternative_text, chain, is_handout, original, added_at, is_indexed)
                SELECT 'crowd ' || n, n, '', '', '', 0, 'crowd ' || n, n, 1 FROM generate_series(1, 900) n;
            INSERT INTO renditions (picture_id, format, width, height, name)
                SELECT id, 'jpeg', width, 480, 'crowd ' || id || ' ' || width FROM pictures, (VALUES (320), (640)) widths (width)
                ON CONFLICT DO NOTHING;
            INSERT INTO picture_words (word, picture_id, is_credit)
                SELECT 'crowd' || n, id, n % 2 FROM pictures, generate_series(1, 4) n ON CONFLICT DO NOTHING;
            INSERT INTO picture_removals (picture_id, removed_at, reason)
                SELECT id, 0, '' FROM pictures WHERE id % 3 = 0 ON CONFLICT DO NOTHING;
            INSERT INTO discarded_files (name, picture_id, delete_at, is_deleted)
                SELECT 'crowd ' || n || ' ' || id, id, n, n % 2 FROM pictures, generate_series(1, 2) n;
            INSERT INTO galleries (story_id, position, picture_id)
                SELECT s.id, n, (SELECT MAX(id) FROM pictures) - (s.id * 2 + n) % 900 FROM stories s, generate_series(1, 3) n WHERE s.id > 1
                ON CONFLICT DO NOTHING;
            INSERT INTO version_pictures (story_id, version, position, picture_id)
                SELECT story_id, 1, position, picture_id FROM galleries ON CONFLICT DO NOTHING;
            INSERT INTO related_stories (story_id, related_id, position)
                SELECT s.id, 1 + (s.id * 7 + n * 11) % 300, n FROM stories s, generate_series(1, 3) n WHERE s.id > 1
                ON CONFLICT DO NOTHING;
            INSERT INTO withdrawals (story_id, at, wire_version, reason)
                SELECT id, 0, 1, '' FROM stories WHERE id > 1 ON CONFLICT DO NOTHING;
            INSERT INTO discussion_decisions (story_id, kind, at, staff_id)
                SELECT CASE WHEN n < 4 THEN s.id END, 'open', 0, (SELECT MAX(id) FROM people) - s.id % 900 FROM stories s, generate_series(1, 4) n;
            INSERT INTO changes (kind, story_id)
                SELECT 'commentPosted', CASE WHEN n < 4 THEN id END FROM stories, generate_series(1, 4) n;
            INSERT INTO comment_texts (comment_id, number, text, replaced_at)
                SELECT id, 1, '', 0 FROM comments WHERE id % 20 = 1 ON CONFLICT DO NOTHING;
            INSERT INTO reports (comment_id, case_id, clause, source, receipt_hash, created_at)
                SELECT comment_id, id, 'abuse', 'crowd ' || n, 'crowd ' || id || n, 0 \
                FROM cases, generate_series(1, 3) n;
            INSERT INTO rulings (case_id, comment_id, staff_id, outcome, created_at, state_before)
                SELECT id, comment_id, (SELECT MAX(id) FROM people) - id % 900, 'dismiss', 0, 'published' FROM cases WHERE id % 2 = 0;
            UPDATE cases SET ruling_id = r.id FROM rulings r WHERE r.case_id = cases.id;
            INSERT INTO jobs (kind, subject, key, enqueued_at, due_at, given_up_at, failed_at)
                SELECT 'crowd', n, n, n, n + 4102444800000, n, CASE WHEN n % 2 = 0 THEN n END
                FROM generate_series(1, 900) n;
            INSERT INTO mails (recipient, kind, language, content, identifier, created_at)
                SELECT 'crowd ' || n, 'notification', 'en', '{}', n, n FROM generate_series(1, 900) n;
            INSERT INTO notifications (person_id, kind, story_id, comment_id, at, read_at, mailed_at)
                SELECT (SELECT MAX(id) FROM people) - n % 900, 'reply', 1, n, n,
                    CASE WHEN n % 2 = 0 THEN n END, CASE WHEN n % 3 = 0 THEN n END FROM generate_series(1, 1800) n;
            INSERT INTO mail_refusals (address, code, reason, refused_at)
                SELECT 'crowd ' || n, 550, '', n FROM generate_series(1, 900) n;
            INSERT INTO drafts (state, author_id, headline, content, revision, updated_at, updated_by)
                SELECT 'published', (SELECT MAX(id) FROM people) - n % 900, '', '{}', 1, n, (SELECT MAX(id) FROM people) FROM generate_series(1, 900) n;
            INSERT INTO saved_drafts (draft_id, revision, content, saved_at, saved_by)
                SELECT d.id, n, '{}', n, d.updated_by FROM drafts d, generate_series(12, 14) n;
            INSERT INTO held_items (guid, wire_version, embargoed_until, title, content)
                SELECT n, 1, CASE WHEN n % 2 = 0 THEN n END, '', '{}' FROM generate_series(1, 900) n;
            INSERT INTO held_members (member, package_id) SELECT i.guid, i.id FROM held_items i;
            INSERT INTO link_cards (address, state, title, fetched_at)
                SELECT 'crowd ' || n, CASE WHEN n % 9 = 0 THEN 'failed' ELSE 'fetched' END,
                    CASE WHEN n % 9 <> 0 THEN '' END, CASE WHEN n % 9 <> 0 THEN n END FROM generate_series(1, 900) n;
            INSERT INTO card_renditions (card_id, format, width, height, name)
                SELECT id, 'jpeg', width, 480, 'crowd ' || id FROM link_cards, (VALUES (320), (640)) widths (width)
                ON CONFLICT DO NOTHING;
            INSERT INTO story_cards (story_id, card_id)
                SELECT s.id, c.id FROM stories s JOIN link_cards c ON c.id % 300 = s.id % 300 WHERE s.id > 1;
            INSERT INTO withdrawals (story_id, at)
                SELECT id, id FROM stories WHERE id % 7 = 0 ON CONFLICT DO NOTHING;
            INSERT INTO draft_notes (draft_id, author_id, created_at, text, resolved_at)
                SELECT d.id, d.author_id, n, '', CASE WHEN n > 1 THEN n END FROM drafts d, generate_series(1, 4) n;
            INSERT INTO desk_notes (comment_id, name_key, staff_id, text, created_at)
                SELECT CASE WHEN n % 2 = 0 THEN n END, CASE WHEN n % 2 = 1 THEN 'crowd ' || n END,
                    (SELECT MAX(id) FROM people) - n % 900, '', n FROM generate_series(1, 1800) n;
            INSERT INTO saved_views (staff_id, name_key, name, fields)
                SELECT id, n, n, '{}' FROM people, generate_series(1, 3) n ON CONFLICT DO NOTHING;
            INSERT INTO autosaves (draft_id, staff_id, content, revision, saved_at)
                SELECT id, (SELECT MAX(id) FROM people) - n * 7 - id % 100, '{}', 1, 0 FROM drafts, generate_series(1, 3) n;
            INSERT INTO follows (person_id, story_id, since)
                SELECT p.id, s.id, n FROM people p, generate_series(1, 3) n JOIN stories s ON s.id = n * 7 WHERE p.id % 2 = 0;
            INSERT INTO follows (person_id, topic_id, since)
                SELECT p.id, (SELECT MAX(id) FROM topics) - n, n FROM people p, generate_series(1, 3) n WHERE p.id % 2 = 0;
            INSERT INTO mutes (person_id, muted_id, since)
                SELECT p.id, (SELECT MAX(id) FROM people) - n, n FROM people p, generate_series(1, 3) n WHERE p.id % 3 = 0;
            INSERT INTO live_entries (story_id, created_at, author_id, author_name, text, is_key_point, token, removed_at)
                SELECT s.id, n, (SELECT MIN(id) FROM people), '', '', CASE WHEN n % 50 = 0 THEN 1 ELSE 0 END, n,
                    CASE WHEN n % 20 = 1 THEN n END
                FROM (SELECT id FROM stories ORDER BY id LIMIT 5) s, generate_series(1, 900) n;
            INSERT INTO log_entries (number, at, actor, action, subject, detail, previous_hash, hash)
                SELECT 100000 + n, 0, '', '', '', '', '', '' FROM generate_series(1, 900) n
            """)
    }
}
