import Database
import Newsroom
import Operations
import Pages
import Storage

/// "Report as abuse": a page with the rules of the policy as reasons, and a receipt for the reader.
enum ReportComment {
    static func form(_ exchange: Exchange) async throws -> Answer {
        let page = try await page(exchange, typed: nil)
        return Answer.page(page.html(in: exchange.site.context)).cached(
            for: .story(page.story.id), .discussion(page.story.id))
    }

    static func answer(_ exchange: Exchange) async throws -> Answer {
        let (site, form) = (exchange.site, exchange.form)
        try form.requireText()
        let draft = try ReportDraft(
            clause: form.word("clause") ?? "", text: form["text"], email: form["email"],
            policy: site.settings.house.policy)
        let receipt = try await site.newspaper.report(
            try exchange.identifier("comment"), draft, as: exchange.actor, from: exchange.source, keys: site.keys)
        return .seeOther(Address.receipt(receipt))
    }

    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        let form = exchange.form
        let typed = TypedReport(
            clause: form.word("clause") ?? "", text: form["text"] ?? "", email: form["email"] ?? "", refusal: refusal)
        return .refusing(refusal, try await page(exchange, typed: typed).html(in: exchange.site.context.refused))
    }

    private static func page(_ exchange: Exchange, typed: TypedReport?) async throws -> ReportPage {
        let id: Comment.ID = try exchange.identifier("comment")
        let found = try await exchange.read { tx in
            try tx.comment(id).flatMap { comment in
                try tx.isShown(comment) ? try tx.story(comment.story).map { (comment, $0) } : nil
            }
        }
        guard let (comment, story) = found, story.withdrawal == nil else {
            throw Refusal(.missing(.comment))
        }
        return ReportPage(story: story.reference, comment: comment, typed: typed)
    }
}

/// The receipt for a report, for anyone who has the receipt's address.
enum ReadReceipt {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let token = exchange.path["receipt"] ?? ""
        let receipt = try await exchange.read { tx in try tx.receipt(hash: Keys.hash(token)) }
        guard let receipt else { throw Refusal(.missing(.receipt)) }
        return .page(ReceiptPage(receipt: receipt).html(in: exchange.site.context))
    }
}
