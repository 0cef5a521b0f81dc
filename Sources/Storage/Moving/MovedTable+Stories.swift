import Database

extension MovedTable {
    /// People come first, because drafts, credits and rulings refer to them.
    static let people: [MovedTable] = [
        MovedTable(
            "people", types: "ittttiiitititt", key: ["id"],
            columns: """
                id, email, name, role, password_hash, created_at, removed_at, named_at, name_key, is_private, language,
                leaves_at, leaves_with, mail_token
                """),
        MovedTable(
            "former_names", types: "tii", key: ["name_key"], columns: "name_key, person_id, reserved_until"),
        MovedTable(
            "open_sessions", types: "tiiiit", key: ["token_hash"],
            columns: "token_hash, person_id, created_at, expires_at, used_at, agent"),
        MovedTable(
            "sign_in_links", types: "tttttiiii", key: ["token_hash"],
            columns: "token_hash, email, browser, code_hash, next, failures, created_at, expires_at, used_at"),
        MovedTable(
            "address_changes", types: "tiitii", key: ["token_hash"],
            columns: "token_hash, person_id, asks_new, new_email, expires_at, confirmed_at"),
        MovedTable("sign_ins", types: "iiittt", key: ["id"], columns: "id, person_id, at, way, source, agent"),
        MovedTable(
            "downloads", types: "iiiiii", key: ["person_id"],
            columns: "person_id, ordered_at, made_at, expires_at, after_at, after_number"),
        MovedTable(
            "download_parts", types: "itit", key: ["person_id", "file", "number"],
            columns: "person_id, file, number, text"),
    ]

    /// Stories, drafts, topics and pictures.
    static let stories: [MovedTable] = [
        MovedTable(
            "stories", types: "itttiiiiitiiiit", key: ["id"],
            columns: """
                id, guid, slug, language, published_at, updated_at, current_version, comment_count, is_withdrawn,
                opening, last_change, changed_at, live_since, live_until, live_order
                """),
        MovedTable(
            "versions", types: "iiitttttttittitt", key: ["story_id", "number"],
            columns: """
                story_id, number, wire_version, headline, standfirst, dateline_place, dateline_agency, byline, body,
                sign_off, created_at, revision_mark, revision_note, is_minor, act, note
                """),
        MovedTable(
            "live_entries", types: "iiiitttiiiiiit", key: ["id"],
            columns: """
                id, story_id, created_at, author_id, author_name, headline, text, is_key_point, edited_at, edited_by,
                revision, removed_at, removed_by, token
                """),
        MovedTable(
            "credits", types: "iiittti", key: ["story_id", "version", "position"],
            columns: "story_id, version, position, role, person, place, staff_id"),
        MovedTable(
            "drafts", types: "iitittiiiiiiiii", key: ["id"],
            columns: """
                id, story_id, state, author_id, headline, content, revision, updated_at, updated_by, appears_at, lease,
                leased_to, leased_since, lease_used_at, unpublished_id
                """),
        MovedTable(
            "saved_drafts", types: "iittii", key: ["draft_id", "revision"],
            columns: "draft_id, revision, content, note, saved_at, saved_by"),
        MovedTable(
            "draft_notes", types: "iiiittii", key: ["id"],
            columns: "id, draft_id, author_id, created_at, text, passage, resolved_at, resolved_by"),
        MovedTable(
            "autosaves", types: "iitii", key: ["draft_id", "staff_id"],
            columns: "draft_id, staff_id, content, revision, saved_at"),
        MovedTable(
            "withdrawals", types: "iiitt", key: ["story_id"],
            columns: "story_id, at, wire_version, reason, origin"),
        MovedTable(
            "reversed_withdrawals", types: "iititii", key: ["id"],
            columns: "id, story_id, origin, withdrawn_at, reason, reversed_at, reversed_by"),
        MovedTable(
            "topics", types: "ittti", key: ["id"],
            columns: "id, slug, name, name_key, story_count"),
        MovedTable(
            "story_topics", types: "iiiii", key: ["story_id", "topic_id"],
            columns: "story_id, topic_id, position, published_at, is_withdrawn"),
        MovedTable(
            "related_stories", types: "iii", key: ["story_id", "related_id"],
            columns: "story_id, related_id, position"),
        MovedTable(
            "pictures", types: "ititttttttitttitiitiiitiiii", key: ["id"],
            columns: """
                id, guid, wire_version, digest, caption, alternative_text, creator, credit_line, chain, via,
                is_handout, copyright_holder, copyright_notice, usage_terms, is_canceled, source, added_at, added_by,
                original, has_credentials, revision, is_indexed, framing, is_single_use, expires_at,
                terms_confirmed_at, terms_confirmed_by
                """),
        MovedTable(
            "picture_words", types: "tii", key: ["word", "picture_id"], columns: "word, picture_id, is_credit"),
        MovedTable(
            "picture_removals", types: "iiit", key: ["picture_id"],
            columns: "picture_id, removed_at, staff_id, reason"),
        MovedTable(
            "removed_uses", types: "iit", key: ["picture_id", "story_id"],
            columns: "picture_id, story_id, caption"),
        MovedTable(
            "discarded_files", types: "tiii", key: ["name"], columns: "name, picture_id, delete_at, is_deleted"),
        MovedTable(
            "renditions", types: "ittiit", key: ["picture_id", "crop", "format", "width"],
            columns: "picture_id, crop, format, width, height, name"),
        MovedTable(
            "galleries", types: "iiit", key: ["story_id", "position"],
            columns: "story_id, position, picture_id, caption"),
        MovedTable(
            "version_pictures", types: "iiiit", key: ["story_id", "version", "position"],
            columns: "story_id, version, position, picture_id, caption"),
        MovedTable(
            "held_items", types: "itiitti", key: ["id"],
            columns: "id, guid, wire_version, embargoed_until, title, content, waiting_since"),
        MovedTable(
            "held_members", types: "ti", key: ["member", "package_id"], columns: "member, package_id"),
        MovedTable(
            "packages", types: "ti", key: ["guid"],
            columns: "guid, wire_version"),
        MovedTable(
            "link_cards", types: "ittttti", key: ["id"],
            columns: "id, address, state, title, description, site, fetched_at"),
        MovedTable(
            "card_renditions", types: "itiit", key: ["card_id", "format", "width"],
            columns: "card_id, format, width, height, name"),
        MovedTable(
            "story_cards", types: "ii", key: ["story_id", "card_id"], columns: "story_id, card_id"),
    ]
}
