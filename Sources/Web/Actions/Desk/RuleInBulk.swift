import Database
import Newsroom
import Operations
import Pages
import Storage

/// Decides many cases at once: shows what the decision would be about, makes it, confirms it and undoes it.
enum RuleInBulk {
    /// The cases that the form selects, or all that its view has.
    static func preview(_ exchange: Exchange) async throws -> Answer {
        .page(try await page(exchange, typed: nil).html(in: exchange.site.context))
    }

    private static func page(_ exchange: Exchange, typed: TypedRuling?) async throws -> BulkPage {
        let (staff, form, now) = (try exchange.staff(), exchange.form, exchange.site.clock.now)
        let filter = exchange.queueFilter ?? QueueFilter()
        let isWholeView = form.word("all") == "yes" && filter.view != .unread
        let read = form["cases"].flatMap { ReadCase.list($0) } ?? []
        let chosen = form.words("case").compactMap { Case.ID(path: $0) } + read.map(\.id)
        guard isWholeView || !chosen.isEmpty else { throw Refusal(.ruling(.noCases)) }
        let preview = try await exchange.read { tx in
            try isWholeView
                ? tx.bulkPreview(of: filter, now: now)
                : tx.bulkPreview(of: Array(chosen.prefix(BulkRuling.mostCases)), now: now)
        }
        return BulkPage(
            staff: staff, filter: filter, preview: preview,
            decidedAlone: exchange.site.settings.casesDecidedAlone, now: now, typed: typed)
    }

    /// The list again, if no case was selected.
    static func selectAgain(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        var page = try await WorkOnQueue.page(exchange, typed: nil)
        page.refusal = refusal
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }

    static func answer(_ exchange: Exchange) async throws -> Answer {
        let form = exchange.form
        try form.requireText()
        let draft = try BulkRulingDraft(
            outcome: form.word("outcome") ?? "", clause: form.word("clause"), sentence: form["sentence"],
            cases: form["cases"].flatMap { ReadCase.list($0) } ?? [], policy: exchange.site.settings.house.policy)
        return seeOther(exchange, try await exchange.site.newspaper.ruleInBulk(draft, as: exchange.actor))
    }

    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        let typed = TypedRuling(
            clause: exchange.form.word("clause") ?? "", sentence: exchange.form["sentence"] ?? "", refusal: refusal)
        return .refusing(refusal, try await page(exchange, typed: typed).html(in: exchange.site.context.refused))
    }

    static func result(_ exchange: Exchange) async throws -> Answer {
        let (staff, id): (Staff, BulkRuling.ID) = (try exchange.staff(), try exchange.identifier("bulk"))
        let (filter, now) = (exchange.queueFilter ?? QueueFilter(), exchange.site.clock.now)
        let page = try await exchange.read { tx -> BulkResultPage? in
            guard let bulk = try tx.bulkRuling(id) else { return nil }
            let isWaiting = bulk.state == .waiting
            let revisions = Dictionary(bulk.cases.map { ($0.id, $0.revision) }) { first, _ in first }
            let open = try isWaiting ? tx.bulkPreview(of: bulk.cases.map(\.id), now: now).entries : []
            return BulkResultPage(
                staff: staff, filter: filter, bulk: bulk, result: try tx.result(of: bulk),
                entries: open.filter { $0.comment.revision == revisions[$0.id] }, now: now)
        }
        guard let page else { throw Refusal(.missing(.bulkRuling)) }
        return .page(page.html(in: exchange.site.context))
    }

    static func confirm(_ exchange: Exchange) async throws -> Answer {
        let id: BulkRuling.ID = try exchange.identifier("bulk")
        try await exchange.site.newspaper.confirm(id, as: exchange.actor)
        return seeOther(exchange, id)
    }

    static func discard(_ exchange: Exchange) async throws -> Answer {
        let id: BulkRuling.ID = try exchange.identifier("bulk")
        try await exchange.site.newspaper.discard(id, as: exchange.actor)
        return seeOther(exchange, id)
    }

    static func undo(_ exchange: Exchange) async throws -> Answer {
        let id: BulkRuling.ID = try exchange.identifier("bulk")
        try await exchange.site.newspaper.undo(id, as: exchange.actor)
        return seeOther(exchange, id)
    }

    private static func seeOther(_ exchange: Exchange, _ id: BulkRuling.ID) -> Answer {
        .seeOther(Address.bulk(id, in: exchange.queueFilter ?? QueueFilter()))
    }
}
