package import Database
package import Newsroom

/// Corrections and clarifications.
extension Transaction {
    /// Those of all stories, newest first, without those of withdrawn stories.
    package func corrections(after key: PageKey? = nil, limit: Int = 30) throws -> PageOfResults<Correction> {
        let start = key ?? PageKey(milliseconds: .max, number: .max)
        let found = try all(
            """
            SELECT s.id, s.slug, w.headline, s.language, \(VersionStep.columns)
            FROM versions v JOIN stories s ON s.id = v.story_id
                JOIN versions w ON w.story_id = s.id AND w.number = s.current_version
            WHERE v.act IN ('correction', 'clarification') AND s.is_withdrawn = 0
                AND (v.created_at, v.story_id) < ($1, $2)
            ORDER BY v.created_at DESC, v.story_id DESC LIMIT $3
            """, start.milliseconds, start.number, limit + 1
        ) { row in try correction(try storyReference(row), row, from: 4) }
        let shown = Array(found.prefix(limit))
        return PageOfResults(shown, next: found.count > limit ? shown.last?.key : nil)
    }

    /// Whether a page of corrections may begin after this key: one of them has it.
    package func isCorrection(at key: PageKey) throws -> Bool {
        try exists(
            """
            SELECT 1 FROM versions WHERE act IN ('correction', 'clarification') AND created_at = $1 AND story_id = $2
            """, key.milliseconds, key.number)
    }

    /// Those of one story, newest first; at most 50.
    package func corrections(of story: Story) throws -> [Correction] {
        guard story.hasEarlierVersions else { return [] }
        return try all(
            """
            SELECT \(VersionStep.columns) FROM versions v
            WHERE v.story_id = $1 AND v.act IN ('correction', 'clarification') ORDER BY v.number DESC LIMIT 50
            """, story.id
        ) { row in try correction(story.reference, row, from: 0) }
    }

    /// The first correction or clarification of a story after a version.
    func correction(of story: StoryReference, after version: Int) throws -> Correction? {
        try first(
            """
            SELECT \(VersionStep.columns) FROM versions v
            WHERE v.story_id = $1 AND v.number > $2 AND v.act IN ('correction', 'clarification')
            ORDER BY v.number LIMIT 1
            """, story.id, version
        ) { row in try correction(story, row, from: 0) }
    }

    private func correction(_ story: StoryReference, _ row: Row, from first: Int) throws -> Correction {
        Correction(story: story, try step(row, from: first))
    }
}
