package import Foundation

/// The live coverage of a story. A story that was never live has none.
package struct Coverage: Sendable, Hashable {
    /// The order in which readers see the entries.
    package enum Order: String, Sendable, CaseIterable { case newest, oldest }

    /// A decision of an editor about the coverage of a story.
    package enum Act: String, Sendable, CaseIterable {
        /// Begins the coverage, or resumes it after its end.
        case begin
        case end
        case newest, oldest
    }

    package let since: Date
    /// `nil` while the story is live.
    package let until: Date?
    package let order: Order

    package init(since: Date, until: Date? = nil, order: Order = .newest) {
        self.since = since
        self.until = until
        self.order = order
    }

    package var isRunning: Bool { until == nil }

    /// The coverage after a decision; the same one if the decision changes nothing. Refuses with `closed` everything but
    /// the beginning for a story that was never live.
    package static func after(_ act: Act, on coverage: Coverage?, now: Date) throws(Refusal) -> Coverage {
        guard let coverage else {
            guard act == .begin else { throw Refusal(.live(.notLive)) }
            return Coverage(since: now)
        }
        let (since, until, order) = (coverage.since, coverage.until, coverage.order)
        return switch act {
        case .begin: Coverage(since: since, order: order)
        case .end: Coverage(since: since, until: until ?? now, order: order)
        case .newest: Coverage(since: since, until: until, order: .newest)
        case .oldest: Coverage(since: since, until: until, order: .oldest)
        }
    }
}
