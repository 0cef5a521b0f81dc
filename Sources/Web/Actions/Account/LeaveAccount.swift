import Newsroom
import Operations
import Pages
import Storage

/// The end of a reader's account.
enum LeaveAccount {
    static func form(_ exchange: Exchange) async throws -> Answer {
        .page(LeavePage(chosen: try await chosen(exchange)).html(in: exchange.site.context))
    }

    static func answer(_ exchange: Exchange) async throws -> Answer {
        let comments = try Leaving.Comments.accept(exchange.form.word("comments"))
        try await exchange.site.newspaper.leave(
            choosing: comments, as: exchange.actor, keeping: exchange.session)
        return exchange.site.written(.seeOther(Address.account))
    }

    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        let page = LeavePage(chosen: try await chosen(exchange), refusal: refusal)
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }

    static func keep(_ exchange: Exchange) async throws -> Answer {
        try await exchange.site.newspaper.stay(as: exchange.actor)
        return exchange.site.written(.seeOther(Address.account(done: "stays")))
    }

    /// The choice that is set. Refuses staff, whose accounts are an operator's.
    private static func chosen(_ exchange: Exchange) async throws -> Leaving.Comments? {
        let reader = try exchange.actor.requireReader()
        return try await exchange.read { tx in try tx.leaving(of: reader.id)?.comments }
    }
}
