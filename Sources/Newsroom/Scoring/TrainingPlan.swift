/// The examples in order of time: 64% to learn from, 16% for the calibration and 20% for the evaluation.
struct ScorerParts {
    let learned: ArraySlice<ScorerExample>
    /// Without texts that are also in `learned`: the model has seen those, so their scores are too sure.
    let calibrating: [ScorerExample]
    /// Without texts that are also in the other parts.
    let evaluating: [ScorerExample]
    /// The number of examples of the newest fifth that are left out for that.
    let copies: Int

    init(_ examples: [ScorerExample]) {
        let evaluation = examples.count - examples.count / 5
        let calibration = evaluation - evaluation / 5
        learned = examples[..<calibration]
        var seen = Set(learned.map(\.text))
        calibrating = examples[calibration..<evaluation].filter { !seen.contains($0.text) }
        seen.formUnion(calibrating.map(\.text))
        evaluating = examples[evaluation...].filter { !seen.contains($0.text) }
        copies = examples.count - evaluation - evaluating.count
    }
}

/// The number of times that a training passes over its examples.
struct TrainingPlan {
    /// The work that a training may do, in bytes of text read, within the limits of `passes`. The more examples there
    /// are, the fewer passes each needs.
    static let mostWork = 200_000_000
    /// More than ten change neither the ranks nor the calibration; fewer than four leave both unfinished.
    static let passes = 4...10
    /// A removal among many comments that stand counts as much as this many, at most.
    private static let mostImportance = 8.0

    let passes: Int
    /// The share of the first training in the whole work.
    let firstShare: Double

    init(first: ArraySlice<ScorerExample>, second: [ScorerExample]) {
        let bytes = (first: Self.bytes(first), second: Self.bytes(second[...]))
        let total = bytes.first + bytes.second
        passes = min(max(Self.mostWork / max(total, 1), Self.passes.lowerBound), Self.passes.upperBound)
        firstShare = Double(bytes.first) / Double(max(total, 1))
    }

    private static func bytes(_ examples: ArraySlice<ScorerExample>) -> Int {
        // Every example takes some time, even without a text.
        examples.reduce(0) { $0 + $1.text.utf8.count + 10 }
    }

    /// Learns from examples in a random order that the seed determines. `work` is the part of the whole work that
    /// this training is.
    func learn(
        _ examples: ArraySlice<ScorerExample>, seed: UInt64, work: ClosedRange<Double>,
        _ afterPass: (Double) throws -> Void
    ) rethrows -> LinearModel {
        var (learner, order) = (ScorerLearner(examples: examples.count), Array(examples.indices))
        var generator = SeededGenerator(seed: seed)
        let importance = Self.importance(examples)
        for pass in 1...passes {
            order.shuffle(using: &generator)
            for index in order {
                let example = examples[index]
                learner.learn(
                    CommentFeatures.different(in: CommentWords(example.text)), isRemoved: example.isRemoved,
                    importance: example.isRemoved ? importance.removed : importance.kept)
            }
            if pass > passes / 2 { learner.addToMean() }
            let share = Double(pass) / Double(passes)
            try afterPass(work.lowerBound * (1 - share) + work.upperBound * share)
        }
        return learner.model
    }

    /// Both kinds count the same in all, so that the rarer one is not ignored. The calibration restores their shares.
    static func importance(_ examples: ArraySlice<ScorerExample>) -> (removed: Double, kept: Double) {
        let removed = examples.count { $0.isRemoved }
        let half = Double(examples.count) / 2
        return (
            min(half / Double(max(removed, 1)), mostImportance),
            min(half / Double(max(examples.count - removed, 1)), mostImportance)
        )
    }
}

/// SplitMix64 (Steele, Lea, Flood, 2014): the same numbers for a seed on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
