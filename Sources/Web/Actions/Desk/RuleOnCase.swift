import Newsroom
import Operations
import Pages

/// Rules on a case. If the ruling comes too late, the page shows the earlier ruling or the changed text.
enum RuleOnCase {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let form = exchange.form
        try form.requireText()
        let draft = try RulingDraft(
            outcome: form.word("outcome") ?? "", clause: form.word("clause"), sentence: form["sentence"],
            revision: exchange.revision, readsRequest: form.word("asked") == "yes",
            policy: exchange.site.settings.house.policy)
        let ruling = try await exchange.site.newspaper.rule(
            on: try exchange.identifier("case"), draft, as: exchange.actor)
        return try await WorkOnQueue.goOn(exchange, after: "ruling-\(ruling)")
    }

    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        let typed = TypedRuling(
            clause: exchange.form.word("clause") ?? "", sentence: exchange.form["sentence"] ?? "", refusal: refusal)
        return .refusing(
            refusal, try await OpenCase.page(exchange, typed: typed).html(in: exchange.site.context.refused))
    }
}

/// Undoes a ruling.
enum UndoRuling {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let ruling: Ruling.ID = try exchange.identifier("ruling")
        let opened = try await exchange.site.newspaper.undo(ruling, as: exchange.actor)
        return try await WorkOnQueue.goBack(exchange, to: opened)
    }
}
