package import Database
package import Foundation
package import Newsroom

extension Transaction {
    /// Begins, ends, resumes or reorders the live coverage of a story. A decision that changes nothing is not recorded.
    /// Refuses with `notFound`, `gone` (the story is withdrawn), or like `Coverage.after`.
    package func decide(_ act: Coverage.Act, on story: Story.ID, by staff: Staff, now: Date) throws {
        let before = try openCoverage(of: story)
        let after = try Coverage.after(act, on: before, now: now)
        guard after != before else { return }
        try run(
            "UPDATE stories SET live_since = $2, live_until = $3, live_order = $4 WHERE id = $1", story, after.since,
            after.until, after.order.rawValue)
        try note(.coverageChanged, on: story)
        let action = act == .begin && before != nil ? "live.resume" : "live.\(act.rawValue)"
        try log(action, on: "story \(story)", detail: "", by: staff, now: now)
    }

    /// The coverage of a story that may still change; `nil` if it was never live. Refuses an unknown story with
    /// `notFound`, and a withdrawn one with `gone`.
    func openCoverage(of story: Story.ID) throws -> Coverage? {
        let found = try first(
            "SELECT live_since, live_until, live_order, is_withdrawn FROM stories WHERE id = $1", story
        ) { row in (coverage: try coverage(row, from: 0), isWithdrawn: try row[3] as Bool) }
        guard let found else { throw Refusal(.missing(.story)) }
        guard !found.isWithdrawn else { throw Refusal(.story(.withdrawn)) }
        return found.coverage
    }

    /// Three columns, beginning at `first`: beginning, end and order.
    func coverage(_ row: Row, from first: Int) throws -> Coverage? {
        guard let since: Date = try row[first] else { return nil }
        let order: String? = try row[first + 2]
        return Coverage(
            since: since, until: try row[first + 1], order: order.flatMap { Coverage.Order(rawValue: $0) } ?? .newest)
    }
}
