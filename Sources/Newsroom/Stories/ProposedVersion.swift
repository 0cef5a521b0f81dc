/// A new version of a published story, as its agency sent it, that waits for an editor's word.
package struct ProposedVersion: Sendable, Hashable, Codable {
    package static let mostCounted = 1_000

    package var story: IncomingStory
    /// The agency's version that the published one contains, if the published one was put together from both.
    package var base: IncomingStory?
    /// The latest correction before this version on which nobody has decided. This version contains it.
    package var correction: Announcement?

    /// A correction by its agency, and the note about it.
    package struct Announcement: Sendable, Hashable, Codable {
        package let wireVersion: Int
        package let revision: Revision?
    }

    package init(_ story: IncomingStory, base: IncomingStory?, after earlier: ProposedVersion? = nil) {
        self.story = story
        self.base = base
        correction = earlier.flatMap { $0.own ?? $0.correction }
    }

    /// The version as it is published, with the correction that it contains.
    package var announced: IncomingStory {
        guard let correction, !story.isCorrection else { return story }
        var announced = story
        announced.isCorrection = true
        announced.revision = story.revision ?? correction.revision
        return announced
    }

    private var own: Announcement? {
        story.isCorrection ? Announcement(wireVersion: story.wireVersion, revision: story.revision) : nil
    }
}

/// What happens with an agency's correction of a story that nobody has edited here.
package enum AgencyCorrections: String, Sendable, Hashable, CaseIterable {
    /// It replaces the story at once.
    case publish
    /// It waits for an editor's word.
    case confirm
}

extension HeldItem.Content {
    /// The agency's version that the published one contains, if an editor put the published one together from both.
    package var base: IncomingStory? {
        switch self {
        case .merged(let story): story
        case .proposed(let proposed): proposed.base
        case .dismissed(let base): base
        case .story, .picture, .package, .canceled: nil
        }
    }
}

extension DraftContent {
    /// The content of an agency's version. What the agency does not send stays as it is in `published`.
    package init(_ incoming: IncomingStory, over published: DraftContent) {
        self.init(incoming.version(2))
        credits = incoming.credits.map { DraftCredit(role: $0.role, person: $0.person, place: $0.place) }
        topics = incoming.topics.isEmpty ? published.topics : incoming.topics.map(\.name)
        related = published.related
        gallery = published.gallery
        language = incoming.language.tag
        act = incoming.isCorrection ? .correction : .update
        correction = incoming.isCorrection ? incoming.revision?.note ?? "" : ""
        storyVersion = published.storyVersion
        agencyVersion = incoming.wireVersion
    }
}
