import Newsroom

/// The changes told last: what somebody missed who read the database a moment before joining.
struct ToldChanges {
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

    /// What was told on a story after a change, as events; moves the doors of its discussion along.
    func text(on story: Story.ID, after number: Int64, doors: inout DiscussionDoors) -> String {
        guard number >= forgotten else { return LiveEvent.reload(changes.last?.number ?? number) }
        let theirs = changes.filter { $0.number > number && ($0.story == story || $0.story == nil) }
        return LiveEvent.text(of: doors.news(among: theirs))
    }
}
