import Database
import Newsroom
import Operations
import Pages
import Storage

/// Notes on a draft: adds, resolves and reopens them.
enum NoteOnDraft {
    static func add(_ exchange: Exchange) async throws -> Answer {
        let (id, form): (Draft.ID, Form) = (try exchange.identifier("draft"), exchange.form)
        try form.requireText()
        let note = try await exchange.site.newspaper.addNote(
            form["text"] ?? "", about: form["passage"], to: id, as: exchange.actor)
        return .seeOther(Address.draftNote(note, of: id))
    }

    static func addAgain(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        let (context, form) = (exchange.site.context.refused, exchange.form)
        let draft = try await exchange.site.newspaper.draft(try exchange.identifier("draft"), as: exchange.actor)
        var page = try await WriteDraft.page(exchange, draft, TypedDraft(draft.content, in: context))
        page.notes?.typed = TypedNote(text: form["text"] ?? "", passage: form["passage"] ?? "", refusal: refusal)
        return .refusing(refusal, page.html(in: context))
    }

    static func resolve(_ exchange: Exchange) async throws -> Answer {
        let id: Draft.ID = try exchange.identifier("draft")
        try await exchange.site.newspaper.resolveNote(try exchange.identifier("note"), of: id, as: exchange.actor)
        return .seeOther(Address.draftNotes(id))
    }

    static func reopen(_ exchange: Exchange) async throws -> Answer {
        let id: Draft.ID = try exchange.identifier("draft")
        try await exchange.site.newspaper.reopenNote(try exchange.identifier("note"), of: id, as: exchange.actor)
        return .seeOther(Address.draftNotes(id))
    }

    /// The section of a draft's page.
    static func notes(_ exchange: Exchange, on draft: Draft) async throws -> DraftNotes {
        DraftNotes(draft: draft, notes: try await exchange.read { tx in try tx.draftNotes(of: draft.id) })
    }
}
