package import Database
package import Foundation
package import Newsroom

/// The parts of a published story that are made from a draft's content.
package struct DraftPublication: Sendable {
    /// The first paragraph as plain text, for lists.
    package let opening: String
    /// The language of a draft that names none.
    package let language: Language
    /// The addresses that become cards.
    package var cards: [String]

    package init(opening: String, language: Language, cards: [String] = []) {
        self.opening = opening
        self.language = language
        self.cards = cards
    }
}

extension Transaction {
    /// Publishes a draft as a new story, or as a new version of its story, at `now`. The story gets its number and
    /// its change entry only here, so nobody can learn of it earlier. Refuses with `conflict` if the story was
    /// withdrawn.
    package func publish(_ draft: Draft, _ publication: DraftPublication, by actor: String, now: Date) throws
        -> Story.ID
    {
        let language = Language(tag: draft.content.language) ?? publication.language
        let story =
            if let story = draft.story {
                try update(story, to: draft.content, language, publication, now: now)
            } else if let story = draft.unpublished {
                try publishAgain(story, draft, language, publication, now: now)
            } else {
                try publishNew(draft.content, language, publication, now: now)
            }
        try arrange(story, as: draft.content)
        try setCards(publication.cards, of: story, now: now)
        if draft.story == nil, draft.content.isDiscussionClosed, let staff = try staff(draft.updatedBy.id) {
            try decide(.close, on: story, by: staff, reason: nil, now: now)
        }
        var content = draft.content
        // The next change needs an act and a note of its own.
        (content.agencyVersion, content.act, content.correction) = (nil, .update, "")
        content.storyVersion = try value("SELECT current_version FROM stories WHERE id = $1", story)
        try run(
            """
            UPDATE drafts SET state = 'published', story_id = $2, unpublished_id = NULL, content = $3,
                appears_at = NULL, lease = lease + 1, leased_to = NULL, leased_since = NULL, lease_used_at = NULL WHERE id = $1
            """, draft.id, story, try stored(content))
        try cancelJob(key: JobOrder.publication(of: draft.id, at: now).key)
        let act = draft.story == nil ? "story.publish" : draft.content.act.logged
        let note = draft.content.act.isCorrection && draft.story != nil ? ": \(draft.content.correction)" : ""
        try log(act, on: "story \(story)", detail: draft.content.headline + note, by: actor, now: now)
        return story
    }

    private func publishNew(
        _ content: DraftContent, _ language: Language, _ publication: DraftPublication, now: Date
    ) throws -> Story.ID {
        let id = Story.ID(
            try insert(
                """
                INSERT INTO stories (slug, language, published_at, updated_at, current_version, opening)
                VALUES ($1, $2, $3, $3, 1, $4) RETURNING id
                """, Slug(headline: content.headline).text, language.tag, now, publication.opening))
        try add(content.version(1, createdAt: now), to: id)
        try link(content.credits, of: id, version: 1)
        try setTopics(content.topics.map(Topic.init(name:)), of: id, publishedAt: now)
        try note(.storyPublished, on: id)
        try tellFollowers(of: id, .topic, dueAt: now)
        return id
    }

    /// Publishes a story at its old address that an editor had made a draft again. Its earlier versions are deleted,
    /// because the editor has taken them back before anybody commented.
    private func publishAgain(
        _ id: Story.ID, _ draft: Draft, _ language: Language, _ publication: DraftPublication, now: Date
    ) throws -> Story.ID {
        guard try story(id)?.withdrawal?.origin == .unpublished else { throw Refusal(.story(.changed)) }
        var content = draft.content
        content.act = .publication
        try endWithdrawal(of: id, by: draft.updatedBy.id, now: now)
        try deleteVersions(of: id)
        try replaceCurrent(
            of: id, by: content.version(1, createdAt: now), of: content, language, publication, publishedAt: now,
            updatedAt: now)
        try note(.storyPublished, on: id)
        try tellFollowers(of: id, .topic, dueAt: now)
        return id
    }

    private func update(
        _ id: Story.ID, to content: DraftContent, _ language: Language, _ publication: DraftPublication, now: Date
    ) throws -> Story.ID {
        let story = try visibleStory(id)
        guard content.storyVersion == story.current.number else { throw Refusal(.draft(.storyChanged)) }
        let number = story.current.number + 1
        // The agency's number stays, so that the version that was edited does not count as new when it comes again.
        let version = content.version(
            number, wireVersion: try noteMerge(content, of: story) ?? story.current.wireVersion, createdAt: now)
        try replaceCurrent(
            of: id, by: version, of: content, language, publication, publishedAt: story.publishedAt,
            updatedAt: version.act == .typo ? story.updatedAt : now)
        // Nobody hears of a corrected typo. `arrange` invalidates the pages.
        if version.act != .typo {
            try note(version.act.isCorrection ? .storyCorrected : .storyUpdated, on: id)
            try tellFollowers(of: id, version.act.isCorrection ? .correction : .update, dueAt: now)
        }
        return id
    }

    /// Makes a version of a draft's content the current version of a story.
    private func replaceCurrent(
        of id: Story.ID, by version: Version, of content: DraftContent, _ language: Language,
        _ publication: DraftPublication, publishedAt: Date, updatedAt: Date
    ) throws {
        try add(version, to: id)
        try link(content.credits, of: id, version: version.number)
        try setTopics(content.topics.map(Topic.init(name:)), of: id, publishedAt: publishedAt)
        try run(
            """
            UPDATE stories SET current_version = $2, language = $3, opening = $4, published_at = $5, updated_at = $6
            WHERE id = $1
            """, id, version.number, language.tag, publication.opening, publishedAt, updatedAt)
        try readdress(id, as: content.headline)
    }

    /// Gives the story the gallery and the related stories of the draft.
    private func arrange(_ id: Story.ID, as content: DraftContent) throws {
        // A setting may let a draft pass that names something that is not there.
        try setGallery(try content.gallery.filter { try picture($0.picture) != nil }, of: id)
        let there = try published(content.related)
        let related = content.related.filter { $0 != id.number && there.contains($0) }
        try relate(id, to: related.map { Story.ID($0) })
    }

    /// Links credits to the members of staff whose addresses they name.
    private func link(_ credits: [DraftCredit], of id: Story.ID, version: Int) throws {
        for (position, credit) in credits.enumerated() {
            guard let email = credit.email else { continue }
            try run(
                """
                UPDATE credits SET staff_id = (SELECT id FROM people WHERE email = $4)
                WHERE story_id = $1 AND version = $2 AND position = $3
                """, id, version, position, email.lowercased())
        }
    }

    /// The pictures that a gallery may show, in this order and with its captions.
    package func pictures(_ gallery: [GalleryEntry]) throws -> [Picture] {
        try gallery.compactMap { entry in try picture(entry.picture)?.captioned(entry.caption) }
    }

    /// The numbers of these stories that readers can see.
    package func published(_ stories: [Int64]) throws -> Set<Int64> {
        try Set(
            stories.filter { number in
                try exists("SELECT 1 FROM stories WHERE id = $1 AND is_withdrawn = 0", Story.ID(number))
            })
    }
}

extension Version.Act {
    /// The action in the log for changes of a published story.
    fileprivate var logged: String {
        switch self {
        case .correction: "story.correct"
        case .clarification: "story.clarify"
        case .typo: "story.spelling"
        case .publication, .update: "story.update"
        }
    }
}
