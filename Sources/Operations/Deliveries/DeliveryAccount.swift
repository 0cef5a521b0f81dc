package import Wire

/// The outcome of a delivery: how many items were imported, which were refused, and what
/// was assumed.
package struct DeliveryAccount: Sendable {
    package private(set) var read = 0
    package private(set) var published = 0
    package private(set) var updated = 0
    package private(set) var unchanged = 0
    package private(set) var withdrawn = 0
    /// Stored until the end of their embargo.
    package private(set) var held = 0
    /// New versions that wait for an editor's word.
    package private(set) var waiting = 0
    package private(set) var refused: [WireFault] = []
    package private(set) var assumed: [Assumption] = []

    /// Whether there was something to import, and all of it was refused.
    package var isNothingTaken: Bool { !refused.isEmpty && refused.count == read }

    package enum Outcome: Sendable { case published, updated, unchanged, withdrawn, held, waiting }

    mutating func count(_ outcome: Outcome) {
        read += 1
        switch outcome {
        case .published: published += 1
        case .updated: updated += 1
        case .unchanged: unchanged += 1
        case .withdrawn: withdrawn += 1
        case .held: held += 1
        case .waiting: waiting += 1
        }
    }

    mutating func assume(_ assumptions: [Assumption]) { assumed += assumptions }

    mutating func refuse(_ fault: WireFault) {
        read += 1
        refused.append(fault)
    }
}
