package import Database
package import Foundation
package import Newsroom

extension Transaction {
    /// The highest number of a story; 0 if there is none.
    package func lastStoryNumber() throws -> Int64 { try value("SELECT MAX(id) FROM stories") ?? 0 }

    /// The stories with these numbers for a sitemap, the latest first. Their references have no headline.
    package func storiesForSitemap(
        numbered numbers: ClosedRange<Int64>
    ) throws -> [(story: StoryReference, updatedAt: Date)] {
        try all(
            """
            SELECT id, slug, language, updated_at FROM stories
            WHERE id BETWEEN $1 AND $2 AND is_withdrawn = 0 ORDER BY id DESC
            """, numbers.lowerBound, numbers.upperBound
        ) { row in
            let story = StoryReference(
                id: try row[0], slug: Slug(stored: try row[1]), headline: "", language: try language(row, 2))
            return (story, try row[3])
        }
    }

    /// The stories that were published after a time, newest first.
    package func stories(
        publishedAfter time: Date, limit: Int
    ) throws -> [(story: StoryReference, publishedAt: Date)] {
        try all(
            """
            SELECT s.id, s.slug, v.headline, s.language, s.published_at
            FROM stories s JOIN versions v ON v.story_id = s.id AND v.number = s.current_version
            WHERE s.is_withdrawn = 0 AND (s.published_at, s.id) > ($1, $2)
            ORDER BY s.published_at DESC, s.id DESC LIMIT $3
            """, time, Int64.max, limit
        ) { row in (try storyReference(row), try row[4]) }
    }
}
