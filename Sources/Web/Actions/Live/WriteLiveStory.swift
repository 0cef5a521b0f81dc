import Database
import Newsroom
import Operations
import Pages
import Storage

/// The desk's page of a live story: adds entries, and begins, ends and reorders the coverage.
enum WriteLiveStory {
    static func page(_ exchange: Exchange) async throws -> Answer {
        .page(try await page(exchange, typed: TypedEntry(), nil).html(in: exchange.site.context))
    }

    static func add(_ exchange: Exchange) async throws -> Answer {
        let form = exchange.form
        try form.requireText()
        let story: Story.ID = try exchange.identifier("story")
        let draft = try LiveEntryDraft(headline: form["headline"], text: form["text"] ?? "")
        _ = try await exchange.site.newspaper.addEntry(
            draft, isKeyPoint: form.word("key-point") == "yes", token: exchange.entryToken, to: story,
            as: exchange.actor)
        return exchange.site.written(.seeOther(Address.deskLive(story)))
    }

    static func decide(_ exchange: Exchange) async throws -> Answer {
        guard let act = Coverage.Act(rawValue: exchange.form.word("act") ?? "") else { throw Refusal(.live(.noAct)) }
        let story: Story.ID = try exchange.identifier("story")
        try await exchange.site.newspaper.decide(act, on: story, as: exchange.actor)
        return exchange.site.written(.seeOther(Address.deskLive(story)))
    }

    /// The page with the typed entry and the reason for the refusal.
    static func addAgain(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        let form = exchange.form
        let typed = TypedEntry(
            headline: form["headline"] ?? "", text: form["text"] ?? "", isKeyPoint: form.word("key-point") == "yes",
            refusal: refusal)
        let page = try await page(exchange, typed: typed, nil)
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }

    /// The page with the reason why a decision was refused.
    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        let page = try await page(exchange, typed: TypedEntry(), refusal)
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }

    private static func page(_ exchange: Exchange, typed: TypedEntry, _ refusal: Refusal?) async throws -> DeskLivePage
    {
        let staff = try exchange.actor.staff(for: .publish)
        let id: Story.ID = try exchange.identifier("story")
        // A form that has added its entry gets a new token with its new text.
        let isFresh = typed.refusal == nil || typed.refusal?.code == .live(.postedAlready)
        let token = isFresh ? Keys.freshToken() : exchange.entryToken
        return try await exchange.read { tx in
            let story = try tx.visibleStory(id)
            let key = try exchange.entryKey()
            let entries = try story.coverage.map {
                try tx.entries(of: id, Coverage(since: $0.since, until: $0.until, order: .newest), after: key)
            }
            return DeskLivePage(
                staff: staff, story: story, entries: entries, token: token, typed: typed, refusal: refusal)
        }
    }
}

extension Exchange {
    /// The token in the form of an entry. A form without one gets a fresh one.
    fileprivate var entryToken: String {
        form.word("token").flatMap { $0.isEmpty ? nil : $0 } ?? Keys.freshToken()
    }
}
