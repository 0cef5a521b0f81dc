/// Pairs the elements that two lists have in common, in order, so that the total worth of the pairs is as
/// large as possible.
enum Alignment {
    struct Pair: Hashable {
        let older: Int
        let newer: Int
    }

    /// Pairs equal elements. Equal beginnings and ends are paired first. The middle takes older × newer
    /// steps, which are deducted from `budget`. If they exceed it, the middle has no pairs.
    static func equal<Element: Hashable>(_ older: [Element], _ newer: [Element], budget: inout Int) -> [Pair] {
        let shorter = min(older.count, newer.count)
        var start = 0
        while start < shorter, older[start] == newer[start] { start += 1 }
        var end = 0
        while end < shorter - start, older[older.count - 1 - end] == newer[newer.count - 1 - end] { end += 1 }
        let head = (0..<start).map { Pair(older: $0, newer: $0) }
        let tail = (0..<end).reversed().map { Pair(older: older.count - 1 - $0, newer: newer.count - 1 - $0) }
        let middle = between(older, newer, start: start, end: end, budget: &budget)
        return head + middle + tail
    }

    private static func between<Element: Hashable>(
        _ older: [Element], _ newer: [Element], start: Int, end: Int, budget: inout Int
    ) -> [Pair] {
        let inOlder = Set(older[start..<(older.count - end)])
        let inNewer = Set(newer[start..<(newer.count - end)])
        // An element that only one side has can be in no pair.
        let rows = (start..<(older.count - end)).filter { inNewer.contains(older[$0]) }
        let columns = (start..<(newer.count - end)).filter { inOlder.contains(newer[$0]) }
        return best(rows.count, columns.count, budget: &budget) { older[rows[$0]] == newer[columns[$1]] ? 1 : 0 }
            .map { Pair(older: rows[$0.older], newer: columns[$0.newer]) }
    }

    /// The pairs with the largest total worth. Two elements whose pair is worth nothing are not paired.
    static func best(_ rows: Int, _ columns: Int, budget: inout Int, worth: (Int, Int) -> Int32) -> [Pair] {
        let (steps, overflow) = rows.multipliedReportingOverflow(by: columns)
        guard rows > 0, columns > 0, !overflow, steps <= budget else { return [] }
        budget -= steps
        let width = columns + 1
        var sums = [Int32](repeating: 0, count: (rows + 1) * width)
        var worths = [Int32](repeating: 0, count: rows * columns)
        for row in stride(from: rows - 1, through: 0, by: -1) {
            for column in stride(from: columns - 1, through: 0, by: -1) {
                let worth = worth(row, column)
                worths[row * columns + column] = worth
                let skipping = max(sums[(row + 1) * width + column], sums[row * width + column + 1])
                let pairing = worth > 0 ? sums[(row + 1) * width + column + 1] + worth : 0
                sums[row * width + column] = max(skipping, pairing)
            }
        }
        return path(rows, columns, sums, worths)
    }

    private static func path(_ rows: Int, _ columns: Int, _ sums: [Int32], _ worths: [Int32]) -> [Pair] {
        let width = columns + 1
        var pairs: [Pair] = []
        var (row, column) = (0, 0)
        while row < rows, column < columns {
            let here = sums[row * width + column]
            let worth = worths[row * columns + column]
            if worth > 0, here == sums[(row + 1) * width + column + 1] + worth {
                pairs.append(Pair(older: row, newer: column))
                (row, column) = (row + 1, column + 1)
            } else if here == sums[(row + 1) * width + column] {
                row += 1
            } else {
                column += 1
            }
        }
        return pairs
    }
}
