import Newsroom

/// The latest changes, for a listener that read the database a moment before joining.
struct RecentChanges {
    private static let longest = 1_024

    private var changes: [Change] = []
    private var forgotten: Int64

    init(after number: Int64 = 0) { forgotten = number }

    mutating func append(_ new: [Change]) {
        changes += new
        guard changes.count > 2 * Self.longest else { return }
        forgotten = changes[changes.count - Self.longest - 1].number
        changes.removeFirst(changes.count - Self.longest)
    }

    /// The events of a story after a change. Updates `openness` to the state after them.
    func text(on story: Story.ID, after number: Int64, openness: inout DiscussionOpenness) -> String {
        guard number >= forgotten else { return LiveEvent.reload(changes.last?.number ?? number) }
        let theirs = changes.filter { $0.number > number && ($0.story == story || $0.story == nil) }
        return LiveEvent.text(of: openness.news(among: theirs))
    }
}
