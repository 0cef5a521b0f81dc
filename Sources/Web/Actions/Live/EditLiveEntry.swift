import Database
import Newsroom
import Operations
import Pages
import Storage

/// An editor's changes of one entry of a live story.
enum EditLiveEntry {
    static func form(_ exchange: Exchange) async throws -> Answer {
        .page(try await page(exchange, typed: nil).html(in: exchange.site.context))
    }

    static func save(_ exchange: Exchange) async throws -> Answer {
        let form = exchange.form
        try form.requireText()
        let story: Story.ID = try exchange.identifier("story")
        let draft = try LiveEntryDraft(headline: form["headline"], text: form["text"] ?? "")
        try await exchange.site.newspaper.editEntry(
            try exchange.identifier("entry"), of: story, to: draft,
            revision: exchange.entryRevision, as: exchange.actor)
        return exchange.site.written(.seeOther(Address.deskLive(story)))
    }

    static func pin(_ exchange: Exchange) async throws -> Answer {
        let story: Story.ID = try exchange.identifier("story")
        try await exchange.site.newspaper.pinEntry(
            try exchange.identifier("entry"), of: story, isKeyPoint: exchange.form.word("key-point") == "yes",
            as: exchange.actor)
        return exchange.site.written(.seeOther(Address.deskLive(story)))
    }

    static func remove(_ exchange: Exchange) async throws -> Answer {
        let story: Story.ID = try exchange.identifier("story")
        try await exchange.site.newspaper.removeEntry(
            try exchange.identifier("entry"), of: story, as: exchange.actor)
        return exchange.site.written(.seeOther(Address.deskLive(story)))
    }

    /// The form with the typed words. If the entry is gone, the words come back in the form for a new entry.
    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        let form = exchange.form
        guard refusal.kind != .gone else { return try await WriteLiveStory.addAgain(exchange, refusal) }
        let typed = TypedEntry(
            headline: form["headline"] ?? "", text: form["text"] ?? "", revision: exchange.entryRevision,
            refusal: refusal)
        let page = try await page(exchange, typed: typed)
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }

    private static func page(_ exchange: Exchange, typed: TypedEntry?) async throws -> DeskEntryPage {
        let staff = try exchange.actor.staff(for: .publish)
        let id: Story.ID = try exchange.identifier("story")
        let entry: LiveEntry.ID = try exchange.identifier("entry")
        return try await exchange.read { tx in
            DeskEntryPage(
                staff: staff, story: try tx.visibleStory(id).reference, entry: try tx.entry(entry, of: id), typed: typed
            )
        }
    }
}

extension Exchange {
    /// The revision of the entry for which the form was filled in; -1, which no entry has, if the form does not name one.
    fileprivate var entryRevision: Int { form.word("revision").flatMap { Int($0) } ?? -1 }
}
