/// The desk's decisions on earlier reports from the same source.
package struct ReporterRecord: Sendable, Hashable {
    /// How many of the latest reports count.
    package static let reportsCounted = 50

    package let upheld: Int
    package let dismissed: Int

    package init(upheld: Int, dismissed: Int) {
        self.upheld = upheld
        self.dismissed = dismissed
    }

    /// How much a report counts, in percent: 100 without a record, up to 200 if the desk agreed each time, and down
    /// towards 0 if it never did.
    package var trust: Int { 200 * (upheld + 1) / (upheld + dismissed + 2) }

    /// The minutes of a report under a rule.
    package func minutes(under clause: Policy.Clause) -> Int { clause.minutes * trust / 100 }
}
