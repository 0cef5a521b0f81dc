/// The quality of a scorer on rulings from which it has not learned.
package struct ScorerEvaluation: Sendable, Hashable, Codable {
    /// The outcome for the evaluated comments if those from a threshold on are flagged.
    package struct Point: Sendable, Hashable, Codable {
        /// The lowest probability that is flagged.
        package let threshold: Double
        package let flagged: Int
        /// The number of flagged comments that the desk removed.
        package let rightlyFlagged: Int
        /// The number of all comments that the desk removed.
        package let removed: Int

        /// The share of the flagged comments that the desk removed; `nil` if none is flagged.
        package var precision: Double? { flagged == 0 ? nil : Double(rightlyFlagged) / Double(flagged) }
        /// The share of the removed comments that are flagged; `nil` if the desk removed none.
        package var recall: Double? { removed == 0 ? nil : Double(rightlyFlagged) / Double(removed) }
    }

    /// The comments whose probabilities have the same first decimal.
    package struct Bin: Sendable, Hashable, Codable {
        package let count: Int
        /// The mean of the probabilities; `nil` if there are no comments.
        package let predicted: Double?
        /// The share that the desk removed; `nil` if there are no comments.
        package let observed: Double?
    }

    /// The number of comments evaluated.
    package let examples: Int
    /// The number of them that the desk removed.
    package let removed: Int
    /// The number of comments that were left out, because the scorer had learned from a comment with the same text.
    package let copies: Int
    /// The probability that a removed comment has a higher score than one that stands (the area under the ROC curve).
    /// 0.5 is chance. `nil` if all evaluated comments are of one kind.
    package let areaUnderCurve: Double?
    /// The points at 5%, 10% and so on up to 95%.
    package let thresholds: [Point]
    /// The curve of precision and recall for a chart: at most 51 points, with increasing recall and falling thresholds.
    package let curve: [Point]
    /// Ten bins, from 0–10% to 90–100%.
    package let bins: [Bin]

    init(probabilities: [Double], removed: [Bool], copies: Int = 0) {
        let order = probabilities.indices.sorted { probabilities[$0] > probabilities[$1] }
        let points = Self.points(order.map { (probabilities[$0], removed[$0]) })
        let total = removed.count { $0 }
        examples = probabilities.count
        self.removed = total
        self.copies = copies
        areaUnderCurve = Self.area(points, removed: total, kept: probabilities.count - total)
        thresholds = (1..<20).map { step in
            let threshold = Double(step) / 20
            let last = points.last { $0.threshold >= threshold }
            return Point(
                threshold: threshold, flagged: last?.flagged ?? 0, rightlyFlagged: last?.rightlyFlagged ?? 0,
                removed: total)
        }
        curve = Self.thinned(points)
        bins = Self.bins(probabilities, removed)
    }

    /// A point for each different probability, with the highest first.
    private static func points(_ ranked: [(probability: Double, isRemoved: Bool)]) -> [Point] {
        let total = ranked.count { $0.isRemoved }
        var (points, right): ([Point], Int) = ([], 0)
        for (index, entry) in ranked.enumerated() {
            if entry.isRemoved { right += 1 }
            guard index + 1 == ranked.count || ranked[index + 1].probability < entry.probability else { continue }
            points.append(
                Point(threshold: entry.probability, flagged: index + 1, rightlyFlagged: right, removed: total))
        }
        return points
    }

    /// The area below the steps of the ROC curve. Comments with equal probabilities count half.
    private static func area(_ points: [Point], removed: Int, kept: Int) -> Double? {
        guard removed > 0, kept > 0 else { return nil }
        var (area, before) = (0.0, (right: 0, wrong: 0))
        for point in points {
            let (right, wrong) = (point.rightlyFlagged, point.flagged - point.rightlyFlagged)
            area += Double(wrong - before.wrong) * Double(right + before.right) / 2
            before = (right, wrong)
        }
        return area / Double(removed) / Double(kept)
    }

    /// The first point at each fiftieth of the recall.
    private static func thinned(_ points: [Point]) -> [Point] {
        var (out, next): ([Point], Int) = ([], 0)
        for point in points where point.rightlyFlagged > 0 && point.rightlyFlagged * 50 >= next * point.removed {
            out.append(point)
            next = point.rightlyFlagged * 50 / point.removed + 1
        }
        return out
    }

    private static func bins(_ probabilities: [Double], _ removed: [Bool]) -> [Bin] {
        var bins = [(count: Int, sum: Double, removed: Int)](repeating: (0, 0, 0), count: 10)
        for (probability, isRemoved) in zip(probabilities, removed) {
            let bin = min(max(Int(probability * 10), 0), 9)
            bins[bin].count += 1
            bins[bin].sum += probability
            bins[bin].removed += isRemoved ? 1 : 0
        }
        return bins.map { bin in
            let count = Double(bin.count)
            return bin.count == 0
                ? Bin(count: 0, predicted: nil, observed: nil)
                : Bin(count: bin.count, predicted: bin.sum / count, observed: Double(bin.removed) / count)
        }
    }
}
