import Database
import Foundation
import HTTPServer
import HTTPTypes
import Newsroom
import PageCache
import Pages
import Storage

extension Exchange {
    /// The content of the slots for this visitor; `nil` for most visitors, who see the page as it is.
    func slotFilling(_ route: Route) async throws -> SlotFilling? {
        guard route.cache == .shared else { return nil }
        let own = route.showsOwnComments ? try await ownComments() : nil
        guard actor.person != nil || own != nil else { return nil }
        return SlotFilling(
            isStaff: actor.may(.moderate), account: accountLink, own: own, controls: try await staffControls())
    }

    private var accountLink: AccountLink? { actor.ownName.map { AccountLink(name: $0, isStaff: actor.may(.moderate)) } }

    /// The controls beside comments, for staff who moderate.
    private func staffControls() async throws -> StaffControls? {
        guard actor.may(.moderate), path["story"] != nil else { return nil }
        var done: QueueDone?
        if let name = query["done"] { done = try await site.read(consistency) { tx in try tx.queueDone(name) } }
        let page: StoryPlace.Page =
            path["comment"].flatMap { Comment.ID(path: $0) }.map { .comment($0) }
            ?? .story(query["order"].flatMap { ThreadOrder(rawValue: $0) } ?? .oldest)
        let place = StoryPlace(page, after: query["after"].flatMap { PageKey($0) })
        return StaffControls(context: site.context, place: place, done: done)
    }

    /// The visitor's comments below the story in the address; `nil` if there are none.
    private func ownComments() async throws -> OwnComments? {
        guard let commenter, let story = path["story"].flatMap({ Story.ID(path: $0) }) else { return nil }
        if site.database.isAway { throw DatabaseFault.unreachable("connection lost") }
        let (now, rule) = (site.clock.now, site.settings.closing)
        return try await site.read(consistency) { tx in
            let comments = try tx.comments(by: commenter.key, on: story)
            guard !comments.isEmpty else { return nil }
            let present = comments.filter { $0.state == .published || $0.state == .held }
            let recent = present.filter { $0.isEditable(at: now) }
            let isOpen = try !recent.isEmpty && tx.isOpen(story, rule: rule, now: now)
            let askable = present.filter { !$0.isDeletable(at: now) }.map(\.id)
            var rulings: [Comment.ID: Ruling] = [:]
            for comment in comments where comment.isRemoved { rulings[comment.id] = try tx.rulingAgainst(comment.id) }
            return OwnComments(
                held: comments.filter { $0.state == .held },
                editable: isOpen ? Set(recent.map(\.id)) : [],
                deletable: Set(present.filter { $0.isDeletable(at: now) }.map(\.id)),
                askable: Set(askable), asked: Set(try askable.filter { try tx.isAsked($0) }), rulings: rulings,
                name: comments.first { $0.state != .deleted }?.name)
        }
    }

    /// The same request for a browser that has posted. A replica must have reached the log position of its
    /// last write, because the change feed does not mention a comment that is held.
    func forWriter(_ route: Route) -> Exchange {
        guard route.showsOwnComments,
            let written = Cookie.written.value(in: head, isSecure: site.isSecure).flatMap({ LogPosition($0) })
        else { return self }
        var exchange = self
        exchange.consistency = .everythingBefore(written)
        return exchange
    }

    /// Fills the slots of an answer that is only for this visitor, such as a form that is shown again.
    func filled(_ answer: Answer) async throws -> Answer {
        guard !answer.slots.isEmpty else { return answer }
        let filling = SlotFilling(
            isStaff: actor.may(.moderate), account: accountLink, own: try await ownComments(),
            controls: try await staffControls())
        var answer = answer
        answer.content = answer.content.filled(answer.slots) { filling.content(of: $0, in: site.context) }
        answer.slots = []
        return answer
    }
}

extension SharedPage {
    /// The page for one visitor. No cache may store it, and it has no validator that others share.
    func response(filledWith filling: SlotFilling, in context: SiteContext) -> Response {
        var fields = fields
        fields[.cacheControl] = "no-store"
        fields[.vary] = nil
        fields[.lastModified] = nil
        return Response(status, fields: fields, content: filled { filling.content(of: $0, in: context) })
    }
}

extension SlotFilling {
    fileprivate func content(of slot: PageCache.Slot, in context: SiteContext) -> [UInt8]? {
        content(ofSlot: slot.name, slot.content, in: context)
    }
}

extension Comment {
    fileprivate var isRemoved: Bool {
        if case .removed = state { true } else { false }
    }
}
