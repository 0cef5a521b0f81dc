import Database
import Foundation
import Newsroom
import Pages
import Storage

extension Personal {
    /// What lies over the page for this browser: its own held and editable comments, its name, what it typed. `nil` for
    /// everyone else, who get the page that is the same for all.
    static func of(
        _ writer: String?, typed: TypedComment?, story: Story.ID, state: DiscussionState, now: Date, in tx: Transaction
    ) throws -> Personal? {
        guard writer != nil || typed != nil else { return nil }
        let own = try writer.map { try tx.comments(by: $0, on: story) } ?? []
        let name = try writer.flatMap { try tx.name(of: $0, on: story) }
        var rulings: [Comment.ID: Ruling] = [:]
        for comment in own where comment.isRemoved { rulings[comment.id] = try tx.rulingAgainst(comment.id) }
        return Personal(
            held: own.filter { $0.state == .held },
            editable: Set(own.filter { state.isOpen && $0.isEditable(at: now) && !$0.isRemoved }.map(\.id)),
            rulings: rulings,
            name: name, typed: typed)
    }
}

extension Exchange {
    /// Whether this visitor gets the shared page: unless they are of the staff, or have written below the story that the page
    /// shows.
    func seesSharedPage(_ route: Route) async throws -> Bool {
        guard route.cache == .shared, !actor.isStaff else { return route.cache == .immutable }
        guard route.isOverlaid, let writer else { return true }
        let story: Story.ID = try identifier("story")
        if site.database.isAway { throw DatabaseFault.unreachable("away") }
        return try await site.read { tx in try !tx.hasComments(by: writer.hash, on: story) }
    }

    /// For whoever has written below the story that the page shows. This house has just looked at all that there is, to know that;
    /// what the record of changes does not tell of, such as a comment that is held, is before where they wrote last.
    func forWriter(_ route: Route) -> Exchange {
        guard route.isOverlaid, !actor.isStaff,
            let written = Cookie.written.value(in: head, isSecure: site.isSecure).flatMap({ LogPosition($0) })
        else { return self }
        var exchange = self
        exchange.consistency = .everythingBefore(written)
        return exchange
    }
}

extension Comment {
    fileprivate var isRemoved: Bool {
        if case .removed = state { true } else { false }
    }
}
