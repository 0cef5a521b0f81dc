import Database
import Newsroom
import Operations
import Pages
import Storage

/// "Suggest a correction": a form below each story, for everybody, and a receipt for the sender.
enum SuggestCorrection {
    static func form(_ exchange: Exchange) async throws -> Answer {
        var typed = TypedSuggestion()
        typed.passage = exchange.query["passage"] ?? ""
        typed.version = exchange.query["version"].flatMap { Int($0) }
        typed.name = exchange.actor.ownName ?? ""
        return .page(try await page(exchange, typed).html(in: exchange.site.context))
    }

    static func answer(_ exchange: Exchange) async throws -> Answer {
        let (site, form) = (exchange.site, exchange.form)
        try form.requireText()
        let draft = try SuggestionDraft(
            passage: form["passage"], wrong: form["wrong"] ?? "", correct: form["correct"], evidence: form["evidence"],
            name: form["name"], mayBeThanked: form.word("thanks") == "yes")
        let receipt = try await site.newspaper.suggest(
            draft, on: try exchange.identifier("story"), reading: form.version,
            as: exchange.actor, from: exchange.source, keys: site.keys)
        return .seeOther(Address.suggestionReceipt(receipt))
    }

    /// The form with everything that was typed. A story that was withdrawn meanwhile has no form, so the texts can be
    /// copied from the page that says so.
    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        let form = exchange.form
        var typed = TypedSuggestion()
        (typed.passage, typed.wrong, typed.correct) = (
            form["passage"] ?? "", form["wrong"] ?? "", form["correct"] ?? ""
        )
        (typed.evidence, typed.name) = (form["evidence"] ?? "", form["name"] ?? "")
        typed.mayBeThanked = form.word("thanks") == "yes"
        typed.version = form.version
        typed.refusal = refusal
        guard refusal.kind != .gone else {
            let page = RefusalPage(refusal: refusal, keptText: typed.whole.isEmpty ? nil : typed.whole)
            return .refusing(refusal, page.html(in: exchange.site.context))
        }
        return .refusing(refusal, try await page(exchange, typed).html(in: exchange.site.context.refused))
    }

    private static func page(_ exchange: Exchange, _ typed: TypedSuggestion) async throws -> SuggestPage {
        let story = try await exchange.read { tx in try exchange.story(in: tx) }
        return SuggestPage(story: story.reference, current: story.current.number, typed: typed)
    }

    static func receipt(_ exchange: Exchange) async throws -> Answer {
        let token = exchange.path["receipt"] ?? ""
        let receipt = try await exchange.read { tx in try tx.suggestionReceipt(hash: Keys.hash(token)) }
        guard let receipt else { throw Refusal(.missing(.receipt)) }
        return .page(SuggestionReceiptPage(receipt: receipt).html(in: exchange.site.context))
    }
}
