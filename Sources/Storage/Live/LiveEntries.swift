package import Database
package import Newsroom

extension Transaction {
    /// A page of the entries of a live story, in the order of its coverage, with the key points.
    package func entries(
        of story: Story.ID, _ coverage: Coverage, after key: LiveEntry.ID? = nil
    ) throws -> LiveEntries {
        let found =
            switch coverage.order {
            case .newest: try newestEntries(of: story, after: key)
            case .oldest: try oldestEntries(of: story, after: key)
            }
        return LiveEntries(
            coverage: coverage, keyPoints: try keyPoints(of: story, coverage.order),
            entries: Array(found.prefix(LiveEntry.pageSize)), after: key,
            previous: try key.flatMap { try previous($0, of: story, coverage.order) },
            hasMore: found.count > LiveEntry.pageSize)
    }

    private func newestEntries(of story: Story.ID, after key: LiveEntry.ID?) throws -> [LiveEntry] {
        try all(
            """
            SELECT \(LiveEntry.columns)
            FROM live_entries WHERE story_id = $1 AND removed_at IS NULL AND id < $2 ORDER BY id DESC LIMIT $3
            """, story, key ?? LiveEntry.ID(.max), LiveEntry.pageSize + 1, as: entry)
    }

    private func oldestEntries(of story: Story.ID, after key: LiveEntry.ID?) throws -> [LiveEntry] {
        try all(
            """
            SELECT \(LiveEntry.columns)
            FROM live_entries WHERE story_id = $1 AND removed_at IS NULL AND id > $2 ORDER BY id LIMIT $3
            """, story, key ?? LiveEntry.ID(0), LiveEntry.pageSize + 1, as: entry)
    }

    /// The latest key points, in the order of the coverage.
    private func keyPoints(of story: Story.ID, _ order: Coverage.Order) throws -> [LiveEntry] {
        let newest = try all(
            """
            SELECT \(LiveEntry.columns)
            FROM live_entries WHERE story_id = $1 AND is_key_point = 1 AND removed_at IS NULL ORDER BY id DESC LIMIT $2
            """, story, LiveEntry.mostKeyPoints, as: entry)
        return order == .newest ? newest : newest.reversed()
    }

    /// The key of the page that ends with this entry; `nil` if that is the first page.
    private func previous(_ key: LiveEntry.ID, of story: Story.ID, _ order: Coverage.Order) throws -> LiveEntry.ID? {
        switch order {
        case .newest:
            try value(
                """
                SELECT id FROM live_entries WHERE story_id = $1 AND removed_at IS NULL AND id >= $2
                ORDER BY id LIMIT 1 OFFSET $3
                """, story, key, LiveEntry.pageSize)
        case .oldest:
            try value(
                """
                SELECT id FROM live_entries WHERE story_id = $1 AND removed_at IS NULL AND id <= $2
                ORDER BY id DESC LIMIT 1 OFFSET $3
                """, story, key, LiveEntry.pageSize)
        }
    }

    /// An entry that readers see. Refuses with `notFound`, or with `gone` if the entry is removed.
    package func entry(_ id: LiveEntry.ID, of story: Story.ID) throws -> LiveEntry {
        let found = try first(
            """
            SELECT \(LiveEntry.columns), removed_at
            FROM live_entries WHERE id = $1 AND story_id = $2
            """, id, story
        ) { row in (entry: try entry(row), isRemoved: !row.isNull(at: 10)) }
        guard let found else { throw Refusal(.missing(.liveEntry)) }
        guard !found.isRemoved else { throw Refusal(.live(.removed)) }
        return found.entry
    }

    /// The same with the entries before and after it.
    package func placedEntry(_ id: LiveEntry.ID, of story: Story.ID) throws -> PlacedEntry {
        PlacedEntry(
            entry: try entry(id, of: story),
            earlier: try value(
                """
                SELECT id FROM live_entries WHERE story_id = $1 AND removed_at IS NULL AND id < $2
                ORDER BY id DESC LIMIT 1
                """, story, id),
            later: try value(
                """
                SELECT id FROM live_entries WHERE story_id = $1 AND removed_at IS NULL AND id > $2 ORDER BY id LIMIT 1
                """, story, id))
    }

    /// Whether readers see this entry of the story, so that a page may begin after it.
    package func isShown(_ id: LiveEntry.ID, of story: Story.ID) throws -> Bool {
        try exists("SELECT 1 FROM live_entries WHERE id = $1 AND story_id = $2 AND removed_at IS NULL", id, story)
    }

    private func entry(_ row: Row) throws -> LiveEntry {
        LiveEntry(
            id: try row[0], story: try row[1], createdAt: try row[2], author: try row[3], authorName: try row[4],
            headline: try row[5], text: try row[6], isKeyPoint: try row[7], editedAt: try row[8],
            revision: try row[9])
    }
}

extension LiveEntry {
    fileprivate static let columns: SQL = """
        id, story_id, created_at, author_id, author_name, headline, text, is_key_point, edited_at, revision
        """
}
