import Foundation
import Newsroom
import Operations
import Pages

/// An editor withdraws a story, brings it back, or makes it a draft again.
enum WithdrawStory {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let id: Story.ID = try exchange.identifier("story")
        try exchange.form.requireText()
        try await exchange.site.newspaper.withdrawStory(
            id, version: exchange.form.version ?? 0, reason: exchange.form["withdrawal-reason"], as: exchange.actor)
        return .seeOther(Address.deskStory(id))
    }

    static func reverse(_ exchange: Exchange) async throws -> Answer {
        let id: Story.ID = try exchange.identifier("story")
        let time = exchange.form.word("withdrawn-at").flatMap(Int64.init).map(Date.init(milliseconds:))
        try await exchange.site.newspaper.reverseWithdrawal(of: id, at: time, as: exchange.actor)
        return .seeOther(Address.deskStory(id))
    }

    static func unpublish(_ exchange: Exchange) async throws -> Answer {
        let draft = try await exchange.site.newspaper.unpublishStory(
            try exchange.identifier("story"), version: exchange.form.version ?? 0, as: exchange.actor)
        return .seeOther(Address.draft(draft))
    }

    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        var page = try await OpenDeskStory.page(exchange, typed: nil)
        page.withdrawing = TypedDecision(reason: exchange.form["withdrawal-reason"] ?? "", refusal: refusal)
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }
}
