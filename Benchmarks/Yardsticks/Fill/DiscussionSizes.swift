/// The number of comments of each story. The first three stories are for measuring and have 11, 1,000 and
/// 100,000 comments, if the total allows. Of the others, many have none, most have a few, and some have
/// thousands.
struct DiscussionSizes {
    static let special = [11, 1_000, 100_000]
    private static let largest = 20_000

    /// The story with number n is at index n - 1.
    private(set) var counts: [Int]

    /// `nil` if the other stories cannot hold the remaining comments, at most 20,000 each.
    init?(stories: Int, comments: Int, seed: UInt64) {
        var left = comments
        counts = []
        for size in Self.special.prefix(stories) {
            let isTaken = left >= size
            counts.append(isTaken ? size : 0)
            if isTaken { left -= size }
        }
        let others = stories - counts.count
        guard left <= others * Self.largest else { return nil }
        if others > 0 { counts += Self.spread(left, over: others, seed: seed) }
    }

    private static func spread(_ comments: Int, over stories: Int, seed: UInt64) -> [Int] {
        var draw = Draw(seed: seed, part: -2)
        let weights = (0..<stories).map { _ in
            draw.below(100) < 35 ? 0 : draw.logNormal(median: 1, deviation: 3)
        }
        var factor = Double(comments) / max(weights.reduce(0, +), 1)
        var counts: [Int] = []
        for _ in 0..<20 {
            counts = weights.map { min(largest, Int($0 * factor)) }
            factor *= Double(comments) / Double(max(counts.reduce(0, +), 1))
        }
        return settle(counts, to: comments)
    }

    /// Adds or subtracts single comments until the sum is right.
    private static func settle(_ counts: [Int], to comments: Int) -> [Int] {
        var counts = counts
        var missing = comments - counts.reduce(0, +)
        var place = 0
        while missing != 0 {
            if missing > 0, counts[place] < largest {
                counts[place] += 1
                missing -= 1
            } else if missing < 0, counts[place] > 0 {
                counts[place] -= 1
                missing += 1
            }
            place = (place + 1) % counts.count
        }
        return counts
    }
}
