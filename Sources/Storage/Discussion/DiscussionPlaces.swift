import Database
package import Newsroom

extension Transaction {
    /// Where the page of threads after a key stands in the discussion of a story.
    package func place(after key: PageKey, in order: ThreadOrder, of story: Story.ID) throws -> DiscussionPlace {
        let (key, most, size) = ((key.milliseconds, key.number), DiscussionPlace.mostNumbered, Discussion.pageSize)
        let (before, previous): (Int?, PageKey?)
        switch order {
        case .oldest:
            before = try value(
                """
                SELECT COUNT(*) FROM (
                    SELECT 1 FROM comments
                    WHERE story_id = $1 AND parent_id IS NULL AND is_listed = 1 AND (created_at, id) <= ($2, $3)
                    ORDER BY created_at DESC, id DESC LIMIT $4
                ) AS earlier
                """, story, key.0, key.1, most + 1)
            previous = try first(
                """
                SELECT created_at, id FROM comments
                WHERE story_id = $1 AND parent_id IS NULL AND is_listed = 1 AND (created_at, id) < ($2, $3)
                ORDER BY created_at DESC, id DESC LIMIT 1 OFFSET $4
                """, story, key.0, key.1, size - 1, as: pageKey)
        case .newest:
            before = try value(
                """
                SELECT COUNT(*) FROM (
                    SELECT 1 FROM comments
                    WHERE story_id = $1 AND parent_id IS NULL AND is_listed = 1 AND (created_at, id) >= ($2, $3)
                    ORDER BY created_at, id LIMIT $4
                ) AS later
                """, story, key.0, key.1, most + 1)
            previous = try first(
                """
                SELECT created_at, id FROM comments
                WHERE story_id = $1 AND parent_id IS NULL AND is_listed = 1 AND (created_at, id) > ($2, $3)
                ORDER BY created_at, id LIMIT 1 OFFSET $4
                """, story, key.0, key.1, size - 1, as: pageKey)
        }
        let count = before ?? 0
        return DiscussionPlace(number: count > most ? nil : (count + size - 1) / size + 1, previous: previous)
    }

    private func pageKey(_ row: Row) throws -> PageKey { PageKey(milliseconds: try row[0], number: try row[1]) }
}
