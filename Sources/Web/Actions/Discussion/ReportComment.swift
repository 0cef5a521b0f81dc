import Database
import Newsroom
import Pages
import Storage

/// "Report as abuse": a page with the clauses as reasons, and a receipt for whoever sends it.
enum ReportComment {
    static func form(_ exchange: Exchange) async throws -> Answer {
        let page = try await page(exchange, typed: nil)
        return Answer.page(page.html(in: exchange.site.edition)).cached(
            for: .story(page.story.id), .discussion(page.story.id))
    }

    static func answer(_ exchange: Exchange) async throws -> Answer {
        let site = exchange.site
        do {
            try exchange.form.requireText()
            let draft = try ReportDraft(
                clause: exchange.form.word("clause") ?? "", text: exchange.form["text"], email: exchange.form["email"],
                policy: site.settings.house.policy)
            let id: Comment.ID = try exchange.identifier("comment")
            let receipt = receipt(of: draft, on: id, exchange)
            let reporting = Reporting(
                draft: draft, comment: id, source: exchange.source, receiptHash: Keys.hash(receipt), now: site.clock.now
            )
            let limits = site.settings.reportLimits
            try await site.write { tx in try tx.report(reporting, limits: limits) }
            return .seeOther(Address.receipt(receipt))
        } catch {
            return try await site.formAgain(error) { refusal in
                let typed = TypedReport(
                    clause: exchange.form.word("clause") ?? "", text: exchange.form["text"] ?? "",
                    email: exchange.form["email"] ?? "", refusal: refusal)
                return .refusing(refusal, try await page(exchange, typed: typed).html(in: site.edition))
            }
        }
    }

    /// Each reporter has a receipt of their own, also where many share an address. The same words once more, as a
    /// browser sends them that has not heard of the first time, are the same report.
    private static func receipt(of draft: ReportDraft, on id: Comment.ID, _ exchange: Exchange) -> String {
        guard let text = draft.text else { return Keys.freshToken() }
        let report = "\(id) \(exchange.source) \(draft.clause.code) \(draft.email ?? "") \(text)"
        return String(exchange.site.keys.mark(report, for: .receipt).prefix(32))
    }

    private static func page(_ exchange: Exchange, typed: TypedReport?) async throws -> ReportPage {
        let id: Comment.ID = try exchange.identifier("comment")
        let found = try await exchange.read { tx in
            try tx.comment(id).flatMap { comment in try tx.story(comment.story).map { (comment, $0) } }
        }
        guard let (comment, story) = found, comment.state != .held, story.withdrawal == nil else {
            throw Refusal(.missing(.comment))
        }
        return ReportPage(story: story.reference, comment: comment, typed: typed)
    }
}

/// What became of a report, for whoever holds its address.
enum ReadReceipt {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let token = exchange.path["receipt"] ?? ""
        let receipt = try await exchange.read { tx in try tx.receipt(hash: Keys.hash(token)) }
        guard let receipt else { throw Refusal(.missing(.receipt)) }
        return .page(ReceiptPage(receipt: receipt).html(in: exchange.site.edition))
    }
}
