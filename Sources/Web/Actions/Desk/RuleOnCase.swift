import Database
import Newsroom
import Pages
import Storage

/// A ruling, and its undoing. One that came too late shows who ruled and what, or the text that has changed.
enum RuleOnCase {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let (site, form) = (exchange.site, exchange.form)
        let staff = try exchange.staff()
        let id: Case.ID = try exchange.identifier("case")
        do {
            try form.requireText()
            let draft = try RulingDraft(
                outcome: form.word("outcome") ?? "", clause: form.word("clause"), sentence: form["sentence"],
                revision: exchange.revision, policy: site.settings.house.policy)
            let now = site.clock.now
            try await site.write { tx in _ = try tx.rule(id, draft, by: staff, now: now) }
            return .seeOther(Address.desk)
        } catch {
            return try await site.formAgain(error) { refusal in
                let typed = TypedRuling(
                    clause: form.word("clause") ?? "", sentence: form["sentence"] ?? "", refusal: refusal)
                return .refusing(refusal, try await OpenCase.page(exchange, typed: typed).html(in: site.edition))
            }
        }
    }
}

enum UndoRuling {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let staff = try exchange.staff()
        let id: Ruling.ID = try exchange.identifier("ruling")
        let now = exchange.site.clock.now
        try await exchange.site.write { tx in try tx.undo(id, by: staff, now: now) }
        return .seeOther(Address.desk)
    }
}
