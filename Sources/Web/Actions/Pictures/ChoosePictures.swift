import Newsroom
import Operations
import Pages

/// Chooses pictures of the library for a draft, without scripts: saves the draft, and comes back to it from the library.
enum ChoosePictures {
    static func begin(_ exchange: Exchange) async throws -> Answer {
        let id: Draft.ID = try exchange.identifier("draft")
        _ = try await exchange.site.newspaper.saveDraft(
            id, try exchange.draftText(), from: exchange.form.draftStamp, as: exchange.actor)
        return exchange.stored(.seeOther(Address.library(choosingFor: id)))
    }

    static func add(_ exchange: Exchange) async throws -> Answer {
        let id: Draft.ID = try exchange.identifier("draft")
        try await exchange.site.newspaper.addPicture(
            try exchange.identifier("picture"), to: id, from: exchange.form.draftStamp, as: exchange.actor)
        return .seeOther(Address.library(choosingFor: id))
    }

    /// The library again. Its buttons start from the draft as it is now.
    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        let id: Draft.ID = try exchange.identifier("draft")
        let draft = try await exchange.site.newspaper.draft(id, as: exchange.actor)
        var page = try await ManagePictures.page(exchange, choosingFor: draft)
        page.refusal = refusal
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }
}
