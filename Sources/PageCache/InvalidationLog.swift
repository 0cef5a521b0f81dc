/// The latest invalidations, kept in memory to tell whether one of them touched a page during its rendering.
struct InvalidationLog<Subject: Hashable & Sendable> {
    private static var longest: Int { 4_096 }

    private var entries: [(number: Int64, subjects: [Subject]?)] = []
    /// Changes up to this number have been dropped from the log.
    private var forgotten: Int64
    private(set) var latest: Int64

    init(after number: Int64 = 0) {
        forgotten = number
        latest = number
    }

    mutating func append(_ change: Invalidation<Subject>) {
        entries.append((change.number, change.subjects))
        latest = max(latest, change.number)
        guard entries.count >= 2 * Self.longest else { return }
        forgotten = entries[entries.count - Self.longest - 1].number
        entries.removeFirst(entries.count - Self.longest)
    }

    /// Whether no change after this number touched any of these subjects. Returns `false` if the log has
    /// dropped a change after this number.
    func isUntouched(_ subjects: Set<Subject>, since number: Int64) -> Bool {
        guard number < latest else { return true }
        guard number >= forgotten else { return false }
        return !entries.reversed().prefix { $0.number > number }.contains { entry in
            entry.subjects.map { !subjects.isDisjoint(with: $0) } ?? true
        }
    }
}
