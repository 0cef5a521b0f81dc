/// The topics in the navigation of readers' pages: the most used ones, in the order of their creation.
package struct Sections: Sendable, Hashable {
    /// More would take too much of a phone's first screen.
    package static let most = 8
    package static let none = Sections([], hasMore: false)

    package let topics: [Topic]
    /// Whether the newspaper has further topics. Only the page of all topics lists them.
    package let hasMore: Bool

    package init(_ topics: [Topic], hasMore: Bool) {
        self.topics = topics
        self.hasMore = hasMore
    }
}

/// A topic in the list of all topics.
package struct TopicSummary: Sendable, Hashable {
    package let topic: Topic
    /// How many stories readers find under it.
    package let storyCount: Int

    package init(_ topic: Topic, storyCount: Int) {
        self.topic = topic
        self.storyCount = storyCount
    }
}
