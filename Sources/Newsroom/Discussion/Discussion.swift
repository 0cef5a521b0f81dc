/// One page of a story's discussion, with everything that is needed to show it.
package struct Discussion: Sendable, Hashable {
    /// The number of threads on a page.
    package static let pageSize = 50
    /// A page ends after the thread that takes it past this many bytes of text, so long comments make a page
    /// shorter.
    package static let pageBytes = 1_000_000
    /// The number of replies that a page shows for each thread. The thread's own page shows more.
    package static let repliesShown = 100

    package let order: ThreadOrder
    package let threads: [Thread]
    /// The key after which the page begins; `nil` for the first page.
    package let after: PageKey?
    package let next: PageKey?
    /// Where the page stands in the discussion; `nil` for the first page.
    package let place: DiscussionPlace?
    package let count: Int
    package let state: DiscussionState
    package let updates: StoryUpdates

    package init(
        order: ThreadOrder, threads: [Thread], after: PageKey? = nil, next: PageKey?, place: DiscussionPlace? = nil,
        count: Int, state: DiscussionState, updates: StoryUpdates
    ) {
        self.order = order
        self.threads = threads
        self.after = after
        self.next = next
        self.place = place
        self.count = count
        self.state = state
        self.updates = updates
    }
}

/// Where a later page of a discussion stands.
package struct DiscussionPlace: Sendable, Hashable {
    /// Pages after this many threads have no number, so that finding it costs little.
    package static let mostNumbered = 2_000

    /// From 2; `nil` for a page without a number.
    package let number: Int?
    /// The key after which the page before begins; `nil` if that is the first page.
    package let previous: PageKey?

    package init(number: Int?, previous: PageKey?) {
        self.number = number
        self.previous = previous
    }
}
