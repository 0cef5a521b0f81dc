import Newsroom
import Operations
import Pages

/// An editor's decision to withdraw a story.
enum WithdrawStory {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let id: Story.ID = try exchange.identifier("story")
        try exchange.form.requireText()
        try await exchange.site.newspaper.withdrawStory(
            id, version: exchange.form.word("version").flatMap(Int.init) ?? 0,
            reason: exchange.form["withdrawal-reason"], as: exchange.actor)
        return .seeOther(Address.deskStory(id))
    }

    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        var page = try await OpenDeskStory.page(exchange, typed: nil)
        page.withdrawing = TypedDecision(reason: exchange.form["withdrawal-reason"] ?? "", refusal: refusal)
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }
}
