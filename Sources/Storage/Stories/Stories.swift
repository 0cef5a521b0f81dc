package import Database
import Foundation
package import Newsroom

extension Transaction {
    /// A story with its current version. Withdrawn stories are returned too.
    package func story(_ id: Story.ID) throws -> Story? {
        try first(
            """
            SELECT v.number, v.wire_version, v.headline, v.standfirst, \
            v.dateline_place, v.dateline_agency, v.byline, v.body,
                v.sign_off, v.created_at, s.guid, s.slug, s.language, s.published_at, s.updated_at, s.comment_count,
                s.last_change, w.at, w.reason, w.origin,
                (SELECT number FROM changes WHERE story_id IS NULL ORDER BY story_id DESC, number DESC LIMIT 1),
                v.revision_mark, v.revision_note, v.is_minor, v.act, v.note, s.live_since, s.live_until, s.live_order
            FROM stories s JOIN versions v ON v.story_id = s.id AND v.number = s.current_version
            LEFT JOIN withdrawals w ON w.story_id = s.id
            WHERE s.id = $1
            """, id
        ) { row in
            let withdrawnAt: Date? = try row[17]
            return Story(
                id: id, guid: try row[10], slug: Slug(stored: try row[11]), language: try language(row, 12),
                publishedAt: try row[13], updatedAt: try row[14], current: try version(row, of: id, revision: 21),
                topics: try topics(of: id), commentCount: try row[15],
                withdrawal: try withdrawnAt.map {
                    Withdrawal(at: $0, reason: try row[18], origin: try origin(row, 19))
                },
                lastChange: max(try row[16], try row[20] ?? 0), coverage: try coverage(row, from: 26))
        }
    }

    /// A story that readers see, for staff who work on it. Refuses an unknown one with `notFound`, and one that readers
    /// no longer see like `Withdrawal.refusal`.
    package func visibleStory(_ id: Story.ID) throws -> Story {
        guard let story = try story(id) else { throw Refusal(.missing(.story)) }
        if let withdrawal = story.withdrawal { throw withdrawal.refusal }
        return story
    }

    /// Lets the address of a story follow its headline. Earlier addresses redirect, because the number decides.
    func readdress(_ id: Story.ID, as headline: String) throws {
        let slug = Slug(headline: headline).text
        guard try !exists("SELECT 1 FROM stories WHERE id = $1 AND slug = $2", id, slug) else { return }
        try run("UPDATE stories SET slug = $2 WHERE id = $1", id, slug)
        try note(.storyArranged, on: id)
    }

    /// Whether there are any stories, withdrawn or not.
    package var hasStories: Bool {
        get throws { try exists("SELECT 1 FROM stories ORDER BY id LIMIT 1") }
    }

    /// Just enough of a story to name it and link to it.
    package func storyReference(_ id: Story.ID) throws -> StoryReference? {
        try first(
            """
            SELECT s.slug, v.headline, s.language
            FROM stories s JOIN versions v ON v.story_id = s.id AND v.number = s.current_version
            WHERE s.id = $1
            """, id
        ) { row in
            StoryReference(
                id: id, slug: Slug(stored: try row[0]), headline: try row[1], language: try language(row, 2))
        }
    }

    /// The related stories in order, without withdrawn ones; at most 20.
    package func relatedStories(of id: Story.ID) throws -> [StoryReference] {
        try all(
            """
            SELECT s.id, s.slug, v.headline, s.language
            FROM related_stories r
            JOIN stories s ON s.id = r.related_id AND s.is_withdrawn = 0
            JOIN versions v ON v.story_id = s.id AND v.number = s.current_version
            WHERE r.story_id = $1 ORDER BY r.position LIMIT 20
            """, id
        ) { try storyReference($0) }
    }

    /// Columns, beginning at `first`: number, slug, headline and language of a story.
    func storyReference(_ row: Row, from first: Int = 0) throws -> StoryReference {
        StoryReference(
            id: try row[first], slug: Slug(stored: try row[first + 1]), headline: try row[first + 2],
            language: try language(row, first + 3))
    }

    /// Relates each of these stories to the others, in this order. Relations to further stories stay.
    package func relate(_ stories: [Story.ID]) throws {
        for id in stories {
            let others = stories.filter { $0 != id }
            guard try related(to: id).filter(others.contains) != others else { continue }
            try note(.storyArranged, on: id)
            for (position, other) in others.enumerated() {
                try run(
                    """
                    INSERT INTO related_stories (story_id, related_id, position) VALUES ($1, $2, $3)
                    ON CONFLICT (story_id, related_id) DO UPDATE SET position = excluded.position
                    """, id, other, position)
            }
        }
    }

    /// Makes these the related stories of a story, in this order.
    package func relate(_ id: Story.ID, to others: [Story.ID]) throws {
        try run("DELETE FROM related_stories WHERE story_id = $1", id)
        for (position, other) in others.enumerated() {
            try run(
                "INSERT INTO related_stories (story_id, related_id, position) VALUES ($1, $2, $3)", id, other, position)
        }
        try note(.storyArranged, on: id)
    }

    private func related(to id: Story.ID) throws -> [Story.ID] {
        try all("SELECT related_id FROM related_stories WHERE story_id = $1 ORDER BY position", id) { try $0[0] }
    }

    package func storyID(guid: String) throws -> Story.ID? {
        try value("SELECT id FROM stories WHERE guid = $1", guid)
    }

    func language(_ row: Row, _ column: Int) throws -> Language {
        Language(tag: try row[column]) ?? .english
    }
}
