extension MovedTable {
    /// Stories, topics and pictures.
    static let stories: [MovedTable] = [
        MovedTable(
            "stories", columns: "itttiiiiitii", key: 1,
            portion: """
                SELECT id, guid, slug, language, published_at, updated_at, current_version, comment_count, is_withdrawn,
                    opening, last_change, changed_at
                FROM stories WHERE id > $1 ORDER BY id LIMIT $2
                """,
            insertion: """
                INSERT INTO stories (id, guid, slug, language, published_at, updated_at, current_version, comment_count,
                    is_withdrawn, opening, last_change, changed_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                """,
            last: "SELECT id FROM stories ORDER BY id DESC LIMIT 1"),
        MovedTable(
            "versions", columns: "iiittttttti", key: 2,
            portion: """
                SELECT story_id, number, wire_version, headline, standfirst, dateline_place, dateline_agency, byline, body,
                    sign_off, created_at
                FROM versions WHERE (story_id, number) > ($1, $2) ORDER BY story_id, number LIMIT $3
                """,
            insertion: """
                INSERT INTO versions (story_id, number, wire_version, headline, standfirst, dateline_place,
                    dateline_agency, byline, body, sign_off, created_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                """,
            last: "SELECT story_id, number FROM versions ORDER BY story_id DESC, number DESC LIMIT 1"),
        MovedTable(
            "credits", columns: "iiittt", key: 3,
            portion: """
                SELECT story_id, version, position, role, person, place
                FROM credits WHERE (story_id, version, position) > ($1, $2, $3) ORDER BY story_id, version, position LIMIT $4
                """,
            insertion: """
                INSERT INTO credits (story_id, version, position, role, person, place)
                VALUES ($1, $2, $3, $4, $5, $6)
                """,
            last:
                "SELECT story_id, version, position FROM credits ORDER BY story_id DESC, version DESC, position DESC LIMIT 1"
        ),
        MovedTable(
            "withdrawals", columns: "iiit", key: 1,
            portion: """
                SELECT story_id, at, wire_version, reason
                FROM withdrawals WHERE story_id > $1 ORDER BY story_id LIMIT $2
                """,
            insertion: """
                INSERT INTO withdrawals (story_id, at, wire_version, reason)
                VALUES ($1, $2, $3, $4)
                """,
            last: "SELECT story_id FROM withdrawals ORDER BY story_id DESC LIMIT 1"),
        MovedTable(
            "topics", columns: "ittt", key: 1,
            portion: """
                SELECT id, slug, name, name_key
                FROM topics WHERE id > $1 ORDER BY id LIMIT $2
                """,
            insertion: """
                INSERT INTO topics (id, slug, name, name_key)
                VALUES ($1, $2, $3, $4)
                """,
            last: "SELECT id FROM topics ORDER BY id DESC LIMIT 1"),
        MovedTable(
            "story_topics", columns: "iiiii", key: 2,
            portion: """
                SELECT story_id, topic_id, position, published_at, is_withdrawn
                FROM story_topics WHERE (story_id, topic_id) > ($1, $2) ORDER BY story_id, topic_id LIMIT $3
                """,
            insertion: """
                INSERT INTO story_topics (story_id, topic_id, position, published_at, is_withdrawn)
                VALUES ($1, $2, $3, $4, $5)
                """,
            last: "SELECT story_id, topic_id FROM story_topics ORDER BY story_id DESC, topic_id DESC LIMIT 1"),
        MovedTable(
            "related_stories", columns: "iii", key: 2,
            portion: """
                SELECT story_id, related_id, position
                FROM related_stories WHERE (story_id, related_id) > ($1, $2) ORDER BY story_id, related_id LIMIT $3
                """,
            insertion: """
                INSERT INTO related_stories (story_id, related_id, position)
                VALUES ($1, $2, $3)
                """,
            last: "SELECT story_id, related_id FROM related_stories ORDER BY story_id DESC, related_id DESC LIMIT 1"),
        MovedTable(
            "pictures", columns: "ititttttttittti", key: 1,
            portion: """
                SELECT id, guid, wire_version, digest, caption, alternative_text, creator, credit_line, chain, via,
                    is_handout, copyright_holder, copyright_notice, usage_terms, is_canceled
                FROM pictures WHERE id > $1 ORDER BY id LIMIT $2
                """,
            insertion: """
                INSERT INTO pictures (id, guid, wire_version, digest, caption, alternative_text, creator, credit_line,
                    chain, via, is_handout, copyright_holder, copyright_notice, usage_terms, is_canceled)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
                """,
            last: "SELECT id FROM pictures ORDER BY id DESC LIMIT 1"),
        MovedTable(
            "renditions", columns: "itiit", key: 3,
            portion: """
                SELECT picture_id, format, width, height, name
                FROM renditions WHERE (picture_id, format, width) > ($1, $2, $3) ORDER BY picture_id, format, width LIMIT $4
                """,
            insertion: """
                INSERT INTO renditions (picture_id, format, width, height, name)
                VALUES ($1, $2, $3, $4, $5)
                """,
            last:
                "SELECT picture_id, format, width FROM renditions ORDER BY picture_id DESC, format DESC, width DESC LIMIT 1"
        ),
        MovedTable(
            "galleries", columns: "iii", key: 2,
            portion: """
                SELECT story_id, position, picture_id
                FROM galleries WHERE (story_id, position) > ($1, $2) ORDER BY story_id, position LIMIT $3
                """,
            insertion: """
                INSERT INTO galleries (story_id, position, picture_id)
                VALUES ($1, $2, $3)
                """,
            last: "SELECT story_id, position FROM galleries ORDER BY story_id DESC, position DESC LIMIT 1"),
        MovedTable(
            "packages", columns: "ti", key: 1,
            portion: """
                SELECT guid, wire_version
                FROM packages WHERE guid > $1 ORDER BY guid LIMIT $2
                """,
            insertion: """
                INSERT INTO packages (guid, wire_version)
                VALUES ($1, $2)
                """,
            last: "SELECT guid FROM packages ORDER BY guid DESC LIMIT 1"),
    ]
}
