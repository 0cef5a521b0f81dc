import Foundation
import Newsroom
import Operations
import Pages

/// Publishes or schedules a draft. If there are problems or a time, a page asks first.
enum PublishDraft {
    /// Saves the form, then publishes.
    static func answer(_ exchange: Exchange) async throws -> Answer {
        exchange.stored(
            try await publish(
                try exchange.identifier("draft"), saving: try exchange.draftText(), confirmed: nil, exchange))
    }

    /// Publishes after the page that asked.
    static func confirm(_ exchange: Exchange) async throws -> Answer {
        let time = exchange.form.word("appears-at").flatMap(Int64.init).map(Date.init(milliseconds:))
        return try await publish(
            try exchange.identifier("draft"), saving: nil, confirmed: DraftConfirmation(appearsAt: time), exchange)
    }

    private static func publish(
        _ id: Draft.ID, saving text: DraftText?, confirmed: DraftConfirmation?, _ exchange: Exchange
    ) async throws -> Answer {
        let newspaper = exchange.site.newspaper
        let outcome = try await newspaper.publishDraft(
            id, saving: text, confirmed: confirmed, from: exchange.form.draftStamp, as: exchange.actor)
        switch outcome {
        case .published(let story): return .seeOther(Address.storyNumber(story))
        case .scheduled: return .seeOther(Address.deskStories)
        case .unconfirmed(let problems, let isBlocked, let appearsAt):
            let page = PublishPage(
                staff: try exchange.actor.staff(for: .write), draft: try await newspaper.draft(id, as: exchange.actor),
                problems: problems, isBlocked: isBlocked, appearsAt: appearsAt)
            let html = page.html(in: exchange.site.context)
            return isBlocked ? .refusing(Refusal(.draft(.hasProblems)), html) : .page(html)
        }
    }
}
