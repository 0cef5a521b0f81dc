package import Database
package import Foundation
package import Newsroom

extension Transaction {
    /// The draft in which a published story is revised. If nobody works on one, it is made from the current
    /// version. Refuses like `visibleStory`.
    package func reviseStory(_ id: Story.ID, by staff: Staff, now: Date) throws -> Draft.ID {
        let story = try visibleStory(id)
        let content = try content(of: story, story.current)
        guard let draft = try draftID(of: id).flatMap({ try draft($0) }) else {
            return try createDraft(content, of: id, by: staff, now: now)
        }
        guard draft.state == .published else { return draft.id }
        try save(
            content, note: nil,
            DraftWriting(
                draft: draft.id, stamp: draft.stamp, staff: staff, reportersPublish: true, now: now))
        try run("UPDATE drafts SET state = 'draft' WHERE id = $1", draft.id)
        return draft.id
    }

    /// The content from which a version of a story would be published again, with today's topics and pictures.
    package func content(of story: Story, _ version: Version) throws -> DraftContent {
        var content = DraftContent(version)
        content.credits = try draftCredits(of: story.id, version: version.number)
        content.topics = story.topics.map(\.name)
        content.related = try relatedStories(of: story.id).map(\.id.number)
        content.gallery = try galleryEntries(of: story.id)
        content.language = story.language.tag
        return content
    }

    private func draftCredits(of id: Story.ID, version: Int) throws -> [DraftCredit] {
        try all(
            """
            SELECT c.role, c.person, c.place, s.email FROM credits c LEFT JOIN people s ON s.id = c.staff_id
            WHERE c.story_id = $1 AND c.version = $2 ORDER BY c.position
            """, id, version
        ) { row in
            DraftCredit(role: try row[0], person: try row[1], place: try row[2], email: try row[3])
        }
    }
}
