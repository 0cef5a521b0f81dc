import Database
import Newsroom
import Operations
import Pages
import Storage

/// An editor's decision to open or close a discussion, or all discussions of the newspaper.
enum DecideDiscussion {
    static func ofStory(_ exchange: Exchange) async throws -> Answer {
        let id: Story.ID = try exchange.identifier("story")
        try await decide(on: id, exchange)
        return .seeOther(Address.deskStory(id))
    }

    static func ofHouse(_ exchange: Exchange) async throws -> Answer {
        try await decide(on: nil, exchange)
        return .seeOther(Address.desk)
    }

    private static func decide(on story: Story.ID?, _ exchange: Exchange) async throws {
        guard let decision = DiscussionDecision.Kind(rawValue: exchange.form.word("decision") ?? "") else {
            throw Refusal(.discussion(.noDecision), field: "decision")
        }
        try exchange.form.requireText()
        try await exchange.site.newspaper.decide(
            decision, on: story, reason: exchange.form["reason"], as: exchange.actor)
    }

    static func ofStoryAgain(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        let page = try await OpenDeskStory.page(exchange, typed: typed(exchange, refusal))
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }

    static func ofHouseAgain(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        let page = try await OpenDesk.page(exchange, typed: typed(exchange, refusal))
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }

    private static func typed(_ exchange: Exchange, _ refusal: Refusal) -> TypedDecision {
        TypedDecision(reason: exchange.form["reason"] ?? "", refusal: refusal)
    }
}

/// The desk's page on a story: its discussion, and how its pictures may be used.
enum OpenDeskStory {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        .page(try await page(exchange, typed: nil).html(in: exchange.site.context))
    }

    static func page(_ exchange: Exchange, typed: TypedDecision?) async throws -> StoryDeskPage {
        let staff = try exchange.staff()
        let id: Story.ID = try exchange.identifier("story")
        let rule = exchange.site.settings.closing
        let now = exchange.site.clock.now
        let page = try await exchange.read { tx in
            try tx.story(id).map { story in
                var page = StoryDeskPage(
                    staff: staff, story: story, gallery: try tx.gallery(of: id),
                    state: try tx.discussionState(of: id, publishedAt: story.publishedAt, rule: rule, now: now),
                    decision: try tx.decision(on: id), typed: typed)
                page.draft = try story.withdrawal?.origin == .unpublished ? tx.draftID(ofUnpublished: id) : nil
                if staff.may(.publish), story.withdrawal == nil {
                    page.agencyVersion = try tx.heldVersion(of: id).flatMap {
                        AgencyVersionNotice($0.id, $0.item, published: story.current.wireVersion)
                    }
                }
                page.reversed = try tx.reversedWithdrawals(of: id)
                page.mayUnpublish = (try? story.requireUnpublishable(hasComments: tx.hasComments(id), now: now)) != nil
                return page
            }
        }
        guard let page else { throw Refusal(.missing(.story)) }
        return page
    }
}
