import Database
import HTTPTypes
import Markup
import Newsroom
import Operations
import Pages
import Storage

/// The moderation queue: its list, the next case, and acts that decide no case.
enum WorkOnQueue {
    static func list(_ exchange: Exchange) async throws -> Answer {
        .page(try await page(exchange, typed: nil).html(in: exchange.site.context))
    }

    /// `typed` is a refused name for the view.
    static func page(_ exchange: Exchange, typed: TypedViewName?) async throws -> QueuePage {
        let staff = try exchange.staff()
        let (query, now) = (exchange.query, exchange.site.clock.now)
        let filter = exchange.queueFilter ?? QueueFilter()
        let key = query["after"].flatMap { PageKey($0) }
        return try await exchange.read { tx in
            let counts = try tx.queueCounts(now: now)
            var page = QueuePage(
                staff: staff, filter: filter, entries: try tx.queue(filter, after: key, now: now), counts: counts,
                total: filter.isWholeView ? counts[filter.view] : try tx.queueCount(filter, now: now),
                day: try tx.decisions(of: staff, on: now), now: now, isAtEnd: query["done"]?.hasSuffix("end") ?? false,
                done: try query["done"].flatMap { try tx.queueDone($0) })
            page.waiting = try tx.waitingBulkRulings()
            (page.saved, page.typedName) = (try tx.savedViews(of: staff), typed)
            if filter.view == .unread { page.unread = try tx.unreadComments(filter, after: key, now: now) }
            return page
        }
    }

    /// Opens the next case of the queue, and skips the one that was open.
    static func next(_ exchange: Exchange) async throws -> Answer { try await goOn(exchange, after: nil) }

    /// Ends the claim on the case that was open, and on the one that a script fetched ahead.
    static func leave(_ exchange: Exchange) async throws -> Answer {
        let cases = ["current", "fetched"].compactMap { exchange.form.word($0).flatMap { Case.ID(path: $0) } }
        try await exchange.site.newspaper.leave(cases, as: exchange.actor)
        return .seeOther(Address.queue(exchange.queueFilter ?? QueueFilter()))
    }

    /// Opens a comment in the list of unread ones.
    static func openUnread(_ exchange: Exchange) async throws -> Answer {
        let comment: Comment.ID = try exchange.identifier("comment")
        let opened = try await exchange.site.newspaper.openUnread(comment, as: exchange.actor)
        return .seeOther(Address.deskCase(opened, in: exchange.queueFilter ?? QueueFilter(.unread)))
    }

    /// Keeps a case open. The script of the page repeats this while somebody reads.
    static func claim(_ exchange: Exchange) async throws -> Answer {
        try await exchange.site.newspaper.keepCaseOpen(try exchange.identifier("case"), as: exchange.actor)
        return Answer(.noContent)
    }

    static func hold(_ exchange: Exchange) async throws -> Answer { try await act(.hold, exchange) }

    static func escalate(_ exchange: Exchange) async throws -> Answer { try await act(.escalate, exchange) }

    private static func act(_ kind: CaseAct.Kind, _ exchange: Exchange) async throws -> Answer {
        let id: Case.ID = try exchange.identifier("case")
        let act = try await exchange.site.newspaper.act(
            kind, on: id, revision: exchange.revision, as: exchange.actor)
        return try await goOn(exchange, after: "act-\(act)")
    }

    static func undo(_ exchange: Exchange) async throws -> Answer {
        let act: CaseAct.ID = try exchange.identifier("act")
        return try await goBack(exchange, to: try await exchange.site.newspaper.undo(act, as: exchange.actor))
    }

    /// Leads back to where the moderator came from: to the next case in the queue, to the comment on its story, or to the
    /// desk.
    static func goOn(_ exchange: Exchange, after done: String?) async throws -> Answer {
        switch exchange.way {
        case .desk: .seeOther(Address.desk)
        case .queue(let filter): try await goOn(exchange, in: filter, after: done)
        case .story(let place): .seeOther(try await exchange.address(at: place, after: done))
        }
    }

    /// Scripts fetch the next case before the decision, so they ask for the list only.
    private static func goOn(
        _ exchange: Exchange, in filter: QueueFilter, after done: String?
    ) async throws -> Answer {
        var filter = filter
        let form = exchange.form
        if form.word("next") == "none" { return .seeOther(Address.queue(filter, done: done)) }
        let current = form.word("current").flatMap { Case.ID(path: $0) }
        let keeps = form.word("keep") == "yes"
        // A case that was held or given to the editors stays open, but the moderator is done with it.
        let isDecided = done?.hasPrefix("ruling") ?? false
        if let current, !isDecided, !keeps { filter = try await skipping(current, in: filter, exchange) }
        let next = try await exchange.site.newspaper.openNextCase(
            filter, from: current, keepsCurrent: keeps, as: exchange.actor)
        guard let next else {
            return .seeOther(Address.queue(filter, done: done.map { "\($0)-end" } ?? "end"))
        }
        return .seeOther(Address.deskCase(next, in: filter, done: done))
    }

    /// The case of an unread comment ends when it is skipped, so the comment is left out instead.
    private static func skipping(
        _ current: Case.ID, in filter: QueueFilter, _ exchange: Exchange
    ) async throws -> QueueFilter {
        guard filter.view == .unread else { return filter.skipping(current) }
        let comment = try await exchange.read { tx in try tx.comment(in: current) }
        return comment.map { filter.skipping($0) } ?? filter
    }

    /// Leads to a case that is open again.
    static func goBack(_ exchange: Exchange, to opened: Case.ID) async throws -> Answer {
        guard exchange.way != .desk else { return .seeOther(Address.reopened(opened)) }
        try await exchange.site.newspaper.keepCaseOpen(opened, as: exchange.actor)
        return .seeOther(Address.deskCase(opened, back: exchange.way, done: "undone"))
    }
}

extension Exchange {
    /// The part of the queue that somebody works on; `nil` for somebody who came to a case from elsewhere.
    var queueFilter: QueueFilter? {
        let fields = query["view"] == nil ? form : query
        return fields["view"] == nil ? nil : QueueFilter(reading: { fields[$0] })
    }

    /// The place to which the forms of a case lead back.
    var way: WayBack {
        if let filter = queueFilter { return .queue(filter) }
        let place = (query["back"] ?? form.word("back")).flatMap { StoryPlace($0) }
        return place.map { .story($0) } ?? .desk
    }

    /// The page of a case, with the place from which somebody came to it.
    func address(of deskCase: Case.ID) -> SafeURL { Address.deskCase(deskCase, back: way) }

    /// The comment of a case on the page where the moderator read it. A held comment is on no page, so its case follows.
    fileprivate func address(at place: StoryPlace, after done: String?) async throws -> SafeURL {
        let id: Case.ID = try identifier("case")
        guard let found = try await read({ tx in try tx.deskCase(id) }) else { throw Refusal(.missing(.deskCase)) }
        return found.comment.state == .held
            ? Address.deskCase(id, back: .story(place), done: done)
            : Address.place(place, of: found.comment.id, on: found.story, done: done)
    }
}

extension Transaction {
    /// The act that an address names: `ruling-12`, `act-3`, `reply-4` or `undone`, with `-end` after it at the end of the queue.
    func queueDone(_ name: String) throws -> QueueDone? {
        if name == "undone" { return QueueDone(.undoing) }
        let parts = name.split(separator: "-")
        guard parts.count >= 2, let number = Int64(parts[1]) else { return nil }
        switch parts[0] {
        case "ruling": return try ruling(Ruling.ID(number)).map { QueueDone(.ruling($0)) }
        case "act": return try act(CaseAct.ID(number)).map { QueueDone(.act($0)) }
        case "reply":
            guard let reply = try comment(Comment.ID(number)), reply.isByDesk,
                let story = try storyReference(reply.story)
            else { return nil }
            return QueueDone(.reply(reply, on: story))
        default: return nil
        }
    }
}
