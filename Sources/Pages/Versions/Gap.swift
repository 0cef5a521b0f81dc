/// The changes between two common paragraphs: paragraphs that were removed, added or rewritten.
struct Gap {
    let older: [Paragraph]
    let newer: [Paragraph]

    /// A paragraph and its words.
    struct Paragraph {
        let text: String
        let words: [Substring]
        let counted: Set<Substring>

        init(_ text: String) {
            self.text = text
            let split = SplitText(text)
            words = split.words
            counted = split.counted
        }
    }

    init(older: ArraySlice<String>, newer: ArraySlice<String>) {
        self.older = older.map(Paragraph.init)
        self.newer = newer.map(Paragraph.init)
    }

    func changes(budget: inout Int) -> [Comparison.Change] {
        var changes: [Comparison.Change] = []
        var (row, column) = (0, 0)
        for pair in pairs(budget: &budget) + [.init(older: older.count, newer: newer.count)] {
            changes += older[row..<pair.older].map { .removed($0.text) }
            changes += newer[column..<pair.newer].map { .added($0.text) }
            if pair.older < older.count {
                changes.append(Self.rewriting(older[pair.older], newer[pair.newer], budget: &budget))
            }
            (row, column) = (pair.older + 1, pair.newer + 1)
        }
        return changes
    }

    /// Pairs of paragraphs in which the newer one is probably a rewrite of the older one. Comparing a pair
    /// takes time in proportion to its words, so if there are more than 900 pairs, only paragraphs at the
    /// same position are compared.
    private func pairs(budget: inout Int) -> [Alignment.Pair] {
        guard older.count * newer.count <= 900 else {
            return (0..<min(older.count, newer.count))
                .filter { Self.likeness(older[$0], newer[$0]) > 0 }
                .map { Alignment.Pair(older: $0, newer: $0) }
        }
        return Alignment.best(older.count, newer.count, budget: &budget) { Self.likeness(older[$0], newer[$1]) }
    }

    /// The percentage of words that two paragraphs share. Below a third it is 0, because single removed and
    /// added words would be unreadable.
    private static func likeness(_ one: Paragraph, _ other: Paragraph) -> Int32 {
        let longer = max(one.counted.count, other.counted.count)
        guard longer > 0 else { return 0 }
        let shared = one.counted.count { other.counted.contains($0) }
        return shared * 3 >= longer ? Int32(shared * 100 / longer) : 0
    }

    private static func rewriting(_ older: Paragraph, _ newer: Paragraph, budget: inout Int) -> Comparison.Change {
        let pairs = Alignment.equal(older.words, newer.words, budget: &budget)
        var pieces: [Comparison.Piece] = []
        var same = ""
        var (row, column) = (0, 0)
        for pair in pairs + [.init(older: older.words.count, newer: newer.words.count)] {
            let removed = older.words[row..<pair.older].joined()
            let added = newer.words[column..<pair.newer].joined()
            if !removed.isEmpty || !added.isEmpty {
                if !same.isEmpty { pieces.append(.same(same)) }
                same = ""
                if !removed.isEmpty { pieces.append(.removed(removed)) }
                if !added.isEmpty { pieces.append(.added(added)) }
            }
            if pair.newer < newer.words.count { same += newer.words[pair.newer] }
            (row, column) = (pair.older + 1, pair.newer + 1)
        }
        if !same.isEmpty { pieces.append(.same(same)) }
        return .rewritten(pieces)
    }
}
