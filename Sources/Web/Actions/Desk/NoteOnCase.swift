import Markup
import Newsroom
import Operations
import Pages

/// Adds a note about the comment of a case or about its name.
enum NoteOnCase {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let (id, form): (Case.ID, Form) = (try exchange.identifier("case"), exchange.form)
        try form.requireText()
        let draft = try DeskNoteDraft(subject: form.word("about") ?? "", text: form["note"] ?? "")
        try await exchange.site.newspaper.addNote(draft, on: id, as: exchange.actor)
        return .seeOther(exchange.address(of: id).fragment("notes"))
    }

    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        var page = try await OpenCase.page(exchange, typed: nil)
        page.typedNote = TypedDeskNote(text: exchange.form["note"] ?? "", refusal: refusal)
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }
}
