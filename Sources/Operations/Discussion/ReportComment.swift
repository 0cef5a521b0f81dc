package import Newsroom
import Storage

extension Newspaper {
    /// Reports a comment and returns the token of the receipt. The database stores only the hash
    /// of the token. Refuses like `Transaction.report`.
    package func report(
        _ comment: Comment.ID, _ draft: ReportDraft, as actor: Actor, from source: String, keys: Keys
    ) async throws -> String {
        try actor.require(.report)
        let receipt = receipt(of: draft, on: comment, from: source, keys)
        let reporting = Reporting(
            draft: draft, comment: comment, source: source, person: actor.person, receiptHash: Keys.hash(receipt),
            now: clock.now)
        let limits = rules.reportLimits
        try await write { tx in try tx.report(reporting, limits: limits) }
        return receipt
    }

    /// Makes the token of a receipt. Each report has a separate one, even if many share an address. A text
    /// that is sent twice, as by a browser that missed the first response, gets the same token and is one
    /// report.
    private func receipt(of draft: ReportDraft, on comment: Comment.ID, from source: String, _ keys: Keys) -> String {
        guard let text = draft.text else { return Keys.freshToken() }
        let report = "\(comment) \(source) \(draft.clause.code) \(draft.email ?? "") \(text)"
        return String(keys.mark(report, for: .receipt).prefix(32))
    }
}
