import Database
import Newsroom
import Operations
import Pages
import Storage

/// The list of drafts, their history, and the actions that do not change their text.
enum ManageDrafts {
    static func list(_ exchange: Exchange) async throws -> Answer {
        let staff = try exchange.actor.staff(for: .write)
        let isEditor = staff.may(.publish)
        let (state, key) = (exchange.query.word("state"), exchange.query["after"].flatMap { PageKey($0) })
        let parts = try await exchange.read { tx in
            if let key, state == "mine" { return [try own(tx, staff, after: key)] }
            if let key, isEditor, let state = state.flatMap(Draft.State.init) {
                return [try all(tx, state, after: key)]
            }
            let shown: [Draft.State] = isEditor ? [.submitted, .scheduled, .draft, .published] : []
            return [try own(tx, staff)] + (try shown.map { try all(tx, $0) })
        }
        return .page(DraftListPage(staff: staff, parts: parts).html(in: exchange.site.context))
    }

    private static func own(_ tx: Transaction, _ staff: Staff, after key: PageKey? = nil) throws -> DraftListPage.Part {
        DraftListPage.Part(state: nil, drafts: try tx.drafts(by: staff.id, in: .draft, after: key))
    }

    private static func all(
        _ tx: Transaction, _ state: Draft.State, after key: PageKey? = nil
    ) throws -> DraftListPage.Part {
        DraftListPage.Part(state: state, drafts: try tx.drafts(in: state, after: key))
    }

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
        return .seeOther(Address.deskStories)
    }

    /// Opens the draft in which a published story is revised.
    static func revise(_ exchange: Exchange) async throws -> Answer {
        let id = try await exchange.site.newspaper.draft(of: try exchange.identifier("story"), as: exchange.actor)
        return .seeOther(Address.draft(id))
    }
}
