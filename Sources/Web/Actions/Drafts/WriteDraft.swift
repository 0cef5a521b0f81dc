import Database
import Newsroom
import Operations
import Pages
import Storage

/// Writes a story: the empty form, the form of a draft, and saving.
enum WriteDraft {
    static func newForm(_ exchange: Exchange) async throws -> Answer {
        let staff = try exchange.actor.staff(for: .write)
        var typed = TypedDraft()
        typed.byline = staff.name
        return .page(newPage(exchange, staff, typed, nil).html(in: exchange.site.context))
    }

    static func create(_ exchange: Exchange) async throws -> Answer {
        try exchange.requireWriter()
        let id = try await exchange.site.newspaper.createDraft(try exchange.draftContent(), as: exchange.actor)
        return exchange.stored(.seeOther(Address.draft(id)))
    }

    static func createAgain(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        let page = newPage(exchange, try exchange.actor.staff(for: .write), exchange.form.draft, refusal)
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }

    /// The form of a draft, or of an earlier revision that somebody wants back.
    static func form(_ exchange: Exchange) async throws -> Answer {
        let draft = try await draft(exchange)
        var content = draft.content
        var kept = try await exchange.site.newspaper.autosave(of: draft.id, as: exchange.actor)
        let revision = exchange.query.word("revision").flatMap(Int64.init)
        if let revision {
            let saved = try await exchange.read { tx in try tx.savedContent(of: draft.id, revision: revision) }
            guard let saved else { throw Refusal(.missing(.savedDraft)) }
            (content, kept) = (saved, nil)
        }
        let typed = TypedDraft(content, in: exchange.site.context)
        var page = try await page(exchange, draft, typed)
        page.restoring = revision
        page.accepted = exchange.query.word("accepted").flatMap(AcceptedSuggestion.Place.init(rawValue:))
        if let story = draft.story, page.staff.may(.publish) {
            page.agencyVersion = try await exchange.read { tx in
                try tx.proposedVersion(of: story).flatMap { AgencyVersionNotice($0.id, $0.item, published: nil) }
            }
        }
        page.unsaved = kept.flatMap { $0.typed == typed ? nil : $0 }
        return .page(page.html(in: exchange.site.context))
    }

    static func save(_ exchange: Exchange) async throws -> Answer {
        let id: Draft.ID = try exchange.identifier("draft")
        _ = try await exchange.site.newspaper.saveDraft(
            id, try exchange.draftText(), from: exchange.form.draftStamp, as: exchange.actor)
        return exchange.stored(.seeOther(Address.draft(id)))
    }

    static func submit(_ exchange: Exchange) async throws -> Answer {
        let id: Draft.ID = try exchange.identifier("draft")
        try await exchange.site.newspaper.submitDraft(
            id, try exchange.draftText(), from: exchange.form.draftStamp, as: exchange.actor)
        return exchange.stored(.seeOther(Address.deskStories))
    }

    /// Takes the lease from a colleague, and shows the form again with the typed text. If the colleague has
    /// saved since the form was made, the page shows both texts.
    static func takeOver(_ exchange: Exchange) async throws -> Answer {
        let id: Draft.ID = try exchange.identifier("draft")
        try exchange.requireWriter()
        try exchange.form.requireText()
        try await exchange.site.newspaper.takeOverDraft(id, from: exchange.form.draftStamp, as: exchange.actor)
        let draft = try await draft(exchange)
        let isCurrent = exchange.form.draftStamp.revision == draft.revision
        var page =
            isCurrent
            ? try await page(exchange, draft, exchange.form.draft)
            : try await DraftConflictPage.page(exchange, draft, nil)
        page.isAnswer = true
        return .page(page.html(in: exchange.site.context))
    }

    /// Shows the content of the form as readers would see it. Saves nothing.
    static func preview(_ exchange: Exchange) async throws -> Answer {
        try await preview(exchange, of: try await draft(exchange))
    }

    /// Shows the form of a new story in the same way.
    static func previewNew(_ exchange: Exchange) async throws -> Answer {
        try await preview(exchange, of: nil)
    }

    private static func preview(_ exchange: Exchange, of draft: Draft?) async throws -> Answer {
        let content = try exchange.draftContent()
        let pictures = try await exchange.read { tx in try tx.pictures(content.gallery) }
        let cards = try await exchange.site.newspaper.cards(of: draft, in: content)
        let page = PreviewPage(
            staff: try exchange.actor.staff(for: .write), draft: draft, content: content, pictures: pictures,
            cards: cards.fetched, laterCards: cards.others, now: exchange.site.clock.now)
        return .page(page.html(in: exchange.site.context))
    }

    /// Shows a refused form again. After a conflict, the page shows both texts.
    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        let draft = try await draft(exchange)
        let page =
            switch refusal.code {
            case .draft(.changedMeanwhile), .draft(.takenOver), .draft(.otherState), .draft(.storyChanged):
                try await DraftConflictPage.page(exchange, draft, refusal)
            default: try await page(exchange, draft, exchange.form.draft, refusal, stamp: exchange.form.draftStamp)
            }
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }

    private static func draft(_ exchange: Exchange) async throws -> Draft {
        try await exchange.site.newspaper.draft(try exchange.identifier("draft"), as: exchange.actor)
    }

    static func page(
        _ exchange: Exchange, _ draft: Draft, _ typed: TypedDraft, _ refusal: Refusal? = nil, stamp: DraftStamp? = nil
    ) async throws -> DraftPage {
        let staff = try exchange.actor.staff(for: .write)
        var page = DraftPage(
            staff: staff, draft: draft, typed: typed, stamp: stamp,
            mayPublish: exchange.site.newspaper.mayPublish(staff), now: exchange.site.clock.now, refusal: refusal)
        page.sender = sender(exchange, refusal)
        page.offered = exchange.form.offeredAutosave
        page.notes = try await NoteOnDraft.notes(exchange, on: draft)
        return page
    }

    private static func newPage(
        _ exchange: Exchange, _ staff: Staff, _ typed: TypedDraft, _ refusal: Refusal?
    ) -> DraftPage {
        var page = DraftPage(
            staff: staff, draft: nil, typed: typed, mayPublish: exchange.site.newspaper.mayPublish(staff),
            now: exchange.site.clock.now, refusal: refusal)
        page.sender = sender(exchange, refusal)
        return page
    }

    /// What the form that comes back said about itself. A text of another person stays that person's.
    private static func sender(_ exchange: Exchange, _ refusal: Refusal?) -> DraftPage.Sender {
        let other = refusal?.code == .draft(.otherPerson) ? exchange.form.word("staff").flatMap(Int64.init) : nil
        return DraftPage.Sender(write: exchange.form.sentName, otherPerson: other)
    }
}
