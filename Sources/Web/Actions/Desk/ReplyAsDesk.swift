import Newsroom
import Operations
import Pages
import Storage

/// Publishes a reply by the desk to the comment of a case.
enum ReplyAsDesk {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let id: Case.ID = try exchange.identifier("case")
        try exchange.form.requireText()
        let posted = try await exchange.site.newspaper.reply(
            exchange.form["text"] ?? "", in: id, as: exchange.actor)
        return .seeOther(Address.deskCase(id, back: exchange.way, done: "reply-\(posted.comment.id)"))
    }

    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        var page = try await OpenCase.page(exchange, typed: nil)
        page.typedReply = TypedDeskReply(text: exchange.form["text"] ?? "", refusal: refusal)
        return .refusing(refusal, page.html(in: exchange.site.context))
    }
}
