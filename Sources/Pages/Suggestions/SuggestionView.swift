import Markup
import Newsroom

/// A suggestion with the passage marked in its paragraph, and with the form that decides it.
struct SuggestionView {
    let context: SiteContext
    let suggestion: Suggestion
    /// The current text of the story; `nil` for a withdrawn story.
    let text: QuotableText?
    var typed: TypedAnswer?

    /// The prefix of `id`s in the form of a suggestion.
    static func prefix(_ suggestion: Suggestion) -> String { "suggestion-\(suggestion.id)-" }

    private var words: SuggestionWords { context.words.suggestions }
    private var language: LanguageMarkup { context.languageMarkup(suggestion.story.language) }

    func html() -> HTML {
        """
        <h2 id="suggestion-\(suggestion.id.number)">\(headline)</h2>
        \(facts)\(passage)<dl class="facts">
        \(fact(words.deskWrong, suggestion.texts.wrong))\
        \(suggestion.texts.correct.map { fact(words.deskCorrect, $0) })\
        \(suggestion.texts.evidence.map { fact(words.deskEvidence, $0) })</dl>
        \(decisions)\(suggestion.state == .open ? form : closedForm)
        """
    }

    /// Readers find nothing at the address of a story that is a draft again, so the link leads to the draft.
    private var headline: HTML {
        let typeset = language.typeset(suggestion.story.headline)
        let draft = suggestion.draft.map { Address.draft($0) }
        let address: SafeURL? = suggestion.isDraftAgain ? draft : Address.story(suggestion.story)
        guard let address else { return "<span\(language.attributes)>\(typeset)</span>" }
        return "<a href=\"\(address)\"\(language.attributes)>\(typeset)</a>"
    }

    private var facts: HTML {
        let name: HTML = suggestion.name.map { "<bdi>\($0)</bdi>" } ?? "\(words.noName)"
        let thanks: HTML = " (\(words.wantsThanks))"
        let version: HTML = "\(words.version(suggestion.version))"
        let link: HTML = "<a href=\"\(Address.version(suggestion.story, suggestion.version))\">\(version)</a>"
        return """
            <p class="case-facts"><a href="\(Address.suggestion(suggestion.id))">\
            \(words.one(Int(suggestion.id.number)))</a> · \(context.commentTime(suggestion.sentAt)) · \
            \(name)\(thanks, if: suggestion.thankedName != nil) · \
            \(suggestion.isDraftAgain ? version : link)</p>

            """
    }

    private var passage: HTML {
        let withdrawn: HTML = """
            <p class="hint">\(suggestion.isDraftAgain ? words.isDraftAgain : words.isWithdrawn)</p>

            """
        guard let copied = suggestion.texts.passage else { return suggestion.isWithdrawn ? withdrawn : "" }
        guard let found = text?.passages(of: copied) else {
            let gone: HTML = suggestion.isWithdrawn ? withdrawn : "<p class=\"hint\">\(words.isGone)</p>\n"
            return "<blockquote class=\"passage\" dir=\"auto\"><p class=\"typed\">\(copied)</p></blockquote>\n\(gone)"
        }
        return found.map { passage -> HTML in
            """
            <blockquote class="passage"\(language.attributes)>\(passage.before)<mark>\(passage.quoted)</mark>\
            \(passage.after)</blockquote>

            """
        }.joined()
    }

    private func fact(_ name: String, _ text: String) -> HTML {
        Fact(name, context.masked("<span class=\"typed\" dir=\"auto\">\(text)</span>")).html()
    }

    /// All decisions, the earliest first.
    private var decisions: HTML {
        let latest = suggestion.decision.map { [$0] } ?? []
        return (latest + suggestion.earlier).reversed().map(shown).joined()
    }

    private func shown(_ decision: Suggestion.Decision) -> HTML {
        let answer = decision.answer.map { ": <q class=\"typed\" dir=\"auto\">\($0)</q>" as HTML }
        return """
            <p class="case-facts">\(words.acted(decision.act, decision.by.name)), \(context.commentTime(decision.at))\
            \(answer)</p>

            """
    }

    private var form: HTML {
        let prefix = Self.prefix(suggestion)
        let field = Field(
            name: "answer", label: words.answerLabel, kind: .text(rows: 2), hint: words.answerHint,
            optional: words.answerNeed, value: typed?.text ?? "", refusal: typed?.refusal, form: prefix)
        let accept: HTML = "<button name=\"decision\" value=\"accept\">\(words.accept)\(unseen)</button>\n"
        return """
            <form method="post" action="\(Address.suggestion(suggestion.id))">
            \(field.html())<p class="buttons">
            \(accept, if: !suggestion.isWithdrawn)\
            <button class="quiet" name="decision" value="answer">\(words.reply)\(unseen)</button>
            <button class="quiet" name="decision" value="dismiss">\(words.dismiss)\(unseen)</button></p>
            </form>

            """
    }

    private var closedForm: HTML {
        let revise: HTML = """
            <form method="post" action="\(Address.revise(suggestion.story.id))"><button class="quiet">\(words.openDraft)\
            \(unseen)</button></form>

            """
        return """
            <div class="buttons">
            \(revise, if: suggestion.state == .accepted && !suggestion.isWithdrawn)\
            <form method="post" action="\(Address.reopenSuggestion(suggestion.id))">\
            <button class="quiet">\(words.reopen)\(unseen)</button></form>
            </div>

            """
    }

    /// Tells screen readers which suggestion a button is for.
    private var unseen: HTML { " <span class=\"unseen\">\(words.one(Int(suggestion.id.number)))</span>" }
}
