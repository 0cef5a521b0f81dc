import Database
import Newsroom
import Operations
import Pages
import Storage

/// The history of drafts, and the actions that do not change their text.
enum ManageDrafts {
    static func history(_ exchange: Exchange) async throws -> Answer {
        let staff = try exchange.actor.staff(for: .write)
        let draft = try await exchange.site.newspaper.draft(try exchange.identifier("draft"), as: exchange.actor)
        let saved = try await exchange.read { tx in try tx.savedDrafts(of: draft.id) }
        return .page(DraftHistoryPage(staff: staff, draft: draft, saved: saved).html(in: exchange.site.context))
    }

    static func giveBack(_ exchange: Exchange) async throws -> Answer {
        try await exchange.site.newspaper.giveBackDraft(
            try exchange.identifier("draft"), from: exchange.form.draftStamp, as: exchange.actor)
        return .seeOther(Address.deskStories)
    }

    static func discard(_ exchange: Exchange) async throws -> Answer {
        try await exchange.site.newspaper.discardDraft(
            try exchange.identifier("draft"), from: exchange.form.draftStamp, as: exchange.actor)
        return exchange.stored(.seeOther(Address.deskStories))
    }

    /// Opens the draft in which a published story is revised.
    static func revise(_ exchange: Exchange) async throws -> Answer {
        let id = try await exchange.site.newspaper.draft(of: try exchange.identifier("story"), as: exchange.actor)
        return .seeOther(Address.draft(id))
    }
}
