/// The changes from one text to another: first by paragraph, then by word inside rewritten paragraphs.
///
/// The work is bounded: the comparison takes at most a few million steps, however long or different the texts
/// are. Changes beyond that are shown as whole paragraphs removed and added.
struct Comparison: Hashable {
    enum Change: Hashable {
        case same(String)
        case removed(String)
        case added(String)
        case rewritten([Piece])
    }

    /// A run of words inside a rewritten paragraph.
    enum Piece: Hashable {
        case same(String)
        case removed(String)
        case added(String)

        var text: String {
            switch self {
            case .same(let text), .removed(let text), .added(let text): text
            }
        }
    }

    let changes: [Change]

    var isEmpty: Bool {
        changes.allSatisfy { change in
            if case .same = change { true } else { false }
        }
    }

    init(from older: [String], to newer: [String]) {
        var budget = 4_000_000
        var changes: [Change] = []
        var (row, column) = (0, 0)
        for pair in Alignment.equal(older, newer, budget: &budget) + [.init(older: older.count, newer: newer.count)] {
            let gap = Gap(older: older[row..<pair.older], newer: newer[column..<pair.newer])
            changes += gap.changes(budget: &budget)
            if pair.older < older.count { changes.append(.same(older[pair.older])) }
            (row, column) = (pair.older + 1, pair.newer + 1)
        }
        self.changes = changes
    }
}
