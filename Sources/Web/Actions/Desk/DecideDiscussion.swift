import Database
import Markup
import Newsroom
import Pages
import Storage

/// An editor's word on whether a discussion takes comments. A refused one comes back on the page that it was sent from.
enum DecideDiscussion {
    private static let reasonRule = TextRule(.decisionReason, field: "reason", maximum: 500)

    static func ofStory(_ exchange: Exchange) async throws -> Answer {
        let id: Story.ID = try exchange.identifier("story")
        do { try await decide(on: id, exchange) } catch {
            return try await again(error, exchange) { typed in
                try await OpenDeskStory.page(exchange, typed: typed).html(in: exchange.site.edition)
            }
        }
        return .seeOther(Address.deskStory(id))
    }

    static func ofHouse(_ exchange: Exchange) async throws -> Answer {
        do { try await decide(on: nil, exchange) } catch {
            return try await again(error, exchange) { typed in
                try await OpenDesk.page(exchange, typed: typed).html(in: exchange.site.edition)
            }
        }
        return .seeOther(Address.desk)
    }

    private static func decide(on story: Story.ID?, _ exchange: Exchange) async throws {
        guard let kind = DiscussionDecision.Kind(rawValue: exchange.form.word("decision") ?? "") else {
            throw Refusal(.discussion(.noDecision), field: "decision")
        }
        try exchange.form.requireText()
        let reason = try reasonRule.acceptOptional(exchange.form["reason"])
        let staff = try exchange.staff()
        let now = exchange.site.clock.now
        try await exchange.site.write { tx in
            try tx.decide(kind, on: story, by: staff, reason: reason, now: now)
        }
    }

    private static func again(
        _ error: any Error, _ exchange: Exchange, page: (TypedDecision) async throws -> HTML
    ) async throws -> Answer {
        try await exchange.site.formAgain(error) { refusal in
            let typed = TypedDecision(reason: exchange.form["reason"] ?? "", refusal: refusal)
            return .refusing(refusal, try await page(typed))
        }
    }
}

/// A story as the desk sees it: its discussion, and what may be done with its pictures.
enum OpenDeskStory {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        .page(try await page(exchange, typed: nil).html(in: exchange.site.edition))
    }

    static func page(_ exchange: Exchange, typed: TypedDecision?) async throws -> StoryDeskPage {
        let staff = try exchange.staff()
        let id: Story.ID = try exchange.identifier("story")
        let rule = exchange.site.settings.closing
        let now = exchange.site.clock.now
        let page = try await exchange.read { tx in
            try tx.story(id).map { story in
                StoryDeskPage(
                    staff: staff, story: story, gallery: try tx.gallery(of: id),
                    state: try tx.discussionState(of: id, publishedAt: story.publishedAt, rule: rule, now: now),
                    decision: try tx.decision(on: id), typed: typed)
            }
        }
        guard let page else { throw Refusal(.missing(.story)) }
        return page
    }
}
