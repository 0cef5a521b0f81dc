package import Foundation

/// A story or a topic that people follow.
package enum FollowSubject: Sendable, Hashable {
    /// The maximum number of subjects that one person follows.
    package static let most = 500

    case story(Story.ID)
    case topic(Slug)
}

/// A subject in the list of a person who follows it.
package struct Followed: Sendable, Hashable {
    package enum Title: Sendable, Hashable {
        case story(StoryReference)
        case topic(Topic)
        /// The story was withdrawn, so its headline is not shown.
        case withdrawn
    }

    package let subject: FollowSubject
    package let title: Title
    package let since: Date

    package init(subject: FollowSubject, title: Title, since: Date) {
        self.subject = subject
        self.title = title
        self.since = since
    }
}

/// Somebody whose comments are folded for one person.
package struct MutedPerson: Sendable, Hashable {
    /// The maximum number of people whom one person mutes.
    package static let most = 500

    package let id: Person.ID
    package let name: String
    package let since: Date

    package init(id: Person.ID, name: String, since: Date) {
        self.id = id
        self.name = name
        self.since = since
    }
}
