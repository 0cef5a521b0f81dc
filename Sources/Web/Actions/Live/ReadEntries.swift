import Database
import Newsroom
import Pages
import Storage

/// The entries of a live story for readers.
enum ReadEntries {
    /// A page of entries. A page may be cached only if its key belongs to an entry, as in our own links.
    static func page(_ exchange: Exchange) async throws -> Answer {
        let (page, mayBeCached) = try await exchange.read { tx in
            let story = try exchange.story(in: tx)
            guard let coverage = story.coverage else { throw Refusal(.missing(.page)) }
            let key = try exchange.entryKey()
            let page = EntriesPage(story: story, entries: try tx.entries(of: story.id, coverage, after: key))
            return (page, try key.map { try tx.isShown($0, of: story.id) } ?? true)
        }
        let answer = Answer.page(page.html(in: exchange.site.context))
        return mayBeCached ? answer.cached(for: .story(page.story.id), .coverage(page.story.id)) : answer
    }

    /// One entry. A removed one leads to the page that says so.
    static func one(_ exchange: Exchange) async throws -> Answer {
        let page = try await exchange.read { tx in
            let story = try exchange.story(in: tx)
            let id: LiveEntry.ID = try exchange.identifier("entry")
            do {
                return EntryPage(story: story, placed: try tx.placedEntry(id, of: story.id))
            } catch let refusal as Refusal where refusal.code == .live(.removed) {
                let removed = RemovedEntryPage(story: story.reference, refusal: refusal)
                throw EarlyResponse(answer: .refusing(refusal, removed.html(in: exchange.site.context)))
            }
        }
        return .page(page.html(in: exchange.site.context))
            .cached(for: .story(page.story.id), .coverage(page.story.id))
    }
}

extension Exchange {
    /// The entry after which a page begins. Refuses anything but a number with `notFound`.
    func entryKey() throws -> LiveEntry.ID? {
        guard let text = query["after"] else { return nil }
        guard let key = LiveEntry.ID(path: text) else { throw Refusal(.missing(.page)) }
        return key
    }
}
