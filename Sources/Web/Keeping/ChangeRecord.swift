import Newsroom

/// The latest changes in memory: enough to say whether something was touched while a page was being rendered.
struct ChangeRecord {
    private static let longest = 4_096

    private var changes: [(number: Int64, subjects: [Subject]?)] = []
    /// Changes up to this one are no longer told apart.
    private var forgotten: Int64
    private(set) var latest: Int64

    init(after number: Int64 = 0) {
        forgotten = number
        latest = number
    }

    mutating func append(_ change: Change) {
        changes.append((change.number, Subject.touched(by: change)))
        latest = max(latest, change.number)
        guard changes.count >= 2 * Self.longest else { return }
        forgotten = changes[changes.count - Self.longest - 1].number
        changes.removeFirst(changes.count - Self.longest)
    }

    /// Whether no change after this one touched any of these; `false` where that is not known any more.
    func isUntouched(_ subjects: Set<Subject>, since number: Int64) -> Bool {
        guard number < latest else { return true }
        guard number >= forgotten else { return false }
        return !changes.reversed().prefix { $0.number > number }.contains { change in
            change.subjects.map { !subjects.isDisjoint(with: $0) } ?? true
        }
    }
}
