import Database
import Newsroom
import Operations
import Pages
import Storage

/// Blacks out a passage of the comment in a case.
enum RedactComment {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let form = exchange.form
        try form.requireText()
        let draft = try RedactionDraft(
            passage: form["passage"] ?? "", clause: form.word("clause"), revision: exchange.revision,
            policy: exchange.site.settings.house.policy)
        let id: Case.ID = try exchange.identifier("case")
        guard let comment = try await exchange.read({ tx in try tx.comment(in: id) }) else {
            throw Refusal(.missing(.deskCase))
        }
        try await exchange.site.newspaper.redact(comment, draft, as: exchange.actor)
        return .seeOther(exchange.address(of: id))
    }

    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        var page = try await OpenCase.page(exchange, typed: nil)
        page.typedRedaction = TypedRedaction(
            passage: exchange.form["passage"] ?? "", clause: exchange.form.word("clause") ?? "", refusal: refusal)
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }

    /// Undoes a redaction, and returns to the case that the form names.
    static func undo(_ exchange: Exchange) async throws -> Answer {
        let id: Redaction.ID = try exchange.identifier("redaction")
        try await exchange.site.newspaper.undo(redaction: id, as: exchange.actor)
        guard let opened = exchange.form.word("case").flatMap({ Case.ID(path: $0) }) else {
            return .seeOther(Address.desk)
        }
        return .seeOther(exchange.address(of: opened))
    }
}
