import Database
import Markup
import Newsroom
import Operations
import Pages
import Storage

/// The suggested corrections at the desk.
enum DecideSuggestion {
    static func list(_ exchange: Exchange) async throws -> Answer {
        let staff = try exchange.actor.staff(for: .publish)
        let (query, isDecided) = (exchange.query, exchange.query["state"] == "decided")
        let key = query["after"].flatMap { PageKey($0) }
        let done = query["done"].flatMap { Suggestion.ID(path: $0) }
        let page = try await exchange.read { tx in
            let found = try isDecided ? tx.decidedSuggestions(after: key) : tx.openSuggestions(after: key)
            let stories = Set(found.elements.filter { !$0.isWithdrawn }.map(\.story.id))
            return SuggestionsPage(
                staff: staff, isDecided: isDecided, suggestions: found,
                stories: try Dictionary(
                    uniqueKeysWithValues: stories.compactMap { id in
                        try tx.suggestedStory(id).map { (id, $0) }
                    }),
                openCount: try tx.countOpenSuggestions(), done: try done.flatMap { try tx.suggestion($0) })
        }
        return .page(page.html(in: exchange.site.context))
    }

    static func one(_ exchange: Exchange) async throws -> Answer {
        .page(try await page(exchange, typed: nil).html(in: exchange.site.context))
    }

    /// Accepting leads to the draft with the correction.
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let (id, form): (Suggestion.ID, Form) = (try exchange.identifier("suggestion"), exchange.form)
        try form.requireText()
        let draft = try SuggestionDecisionDraft(act: form.word("decision") ?? "", answer: form["answer"])
        let newspaper = exchange.site.newspaper
        guard draft.act == .accept else {
            try await newspaper.decide(id, draft, as: exchange.actor)
            return .seeOther(Address.suggestions(done: id))
        }
        let words = exchange.site.context.words.suggestions
        let accepted = try await newspaper.accept(id, answer: draft.answer, as: exchange.actor) { words.note(for: $0) }
        return .seeOther(Address.draft(after: accepted))
    }

    /// The page of the suggestion, with the answer as it was typed.
    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        let typed = TypedAnswer(text: exchange.form["answer"] ?? "", refusal: refusal)
        return .refusing(refusal, try await page(exchange, typed: typed).html(in: exchange.site.context.refused))
    }

    static func reopen(_ exchange: Exchange) async throws -> Answer {
        let id: Suggestion.ID = try exchange.identifier("suggestion")
        try await exchange.site.newspaper.reopen(id, as: exchange.actor)
        return .seeOther(Address.suggestions(done: id))
    }

    private static func page(_ exchange: Exchange, typed: TypedAnswer?) async throws -> SuggestionPage {
        let staff = try exchange.actor.staff(for: .publish)
        let id: Suggestion.ID = try exchange.identifier("suggestion")
        let page = try await exchange.read { tx in
            try tx.suggestion(id).map { suggestion in
                SuggestionPage(
                    staff: staff, suggestion: suggestion,
                    story: try suggestion.isWithdrawn ? nil : tx.suggestedStory(suggestion.story.id), typed: typed)
            }
        }
        guard let page else { throw Refusal(.missing(.suggestion)) }
        return page
    }
}

extension Transaction {
    /// The current text of a story with the captions of its pictures.
    fileprivate func suggestedStory(_ id: Story.ID) throws -> SuggestedStory? {
        try story(id).map { story in
            SuggestedStory(version: story.current, captions: try gallery(of: id).pictures.map(\.caption))
        }
    }
}
