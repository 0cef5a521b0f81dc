import Wire

/// What became of everything that an import has read.
struct ImportAccount: Sendable {
    private(set) var read = 0
    private(set) var published = 0
    private(set) var updated = 0
    private(set) var unchanged = 0
    private(set) var withdrawn = 0
    private(set) var refused: [WireFault] = []

    enum Outcome: Sendable { case published, updated, unchanged, withdrawn }

    mutating func count(_ outcome: Outcome) {
        read += 1
        switch outcome {
        case .published: published += 1
        case .updated: updated += 1
        case .unchanged: unchanged += 1
        case .withdrawn: withdrawn += 1
        }
    }

    mutating func refuse(_ fault: WireFault) {
        read += 1
        refused.append(fault)
    }

    /// The account as an operator reads it, a line for each refusal.
    var lines: [String] {
        let faults = refused.map { fault in
            "refused: \(fault.file)\(fault.line.map { ", line \($0)" } ?? ""): \(OperatorSentence.of(fault.reason))"
        }
        let sums =
            "read \(read), published \(published), updated \(updated), unchanged \(unchanged), refused \(refused.count)"
        return faults + [withdrawn > 0 ? sums + ", withdrawn \(withdrawn)" : sums]
    }
}
