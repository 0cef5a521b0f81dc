package import Markup
package import Newsroom

/// A suggestion as it was typed. The refusal is `nil` when the form is opened.
package struct TypedSuggestion: Sendable {
    package var passage = ""
    package var wrong = ""
    package var correct = ""
    package var evidence = ""
    package var name = ""
    package var mayBeThanked = false
    /// The version of the story that the reader read; `nil` for the current one.
    package var version: Int?
    package var refusal: Refusal?

    package init() {}

    /// Everything that was typed, for a page without the form.
    package var whole: String {
        [passage, wrong, correct, evidence, name].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}

/// The page "Suggest a correction": what is wrong, what is right, and how the reader knows.
package struct SuggestPage: Sendable {
    package let story: StoryReference
    package let current: Int
    package let typed: TypedSuggestion

    package init(story: StoryReference, current: Int, typed: TypedSuggestion) {
        self.story = story
        self.current = current
        self.typed = typed
    }

    /// The version that the reader read. A forged one that the story does not have is the current one.
    private var version: Int { typed.version.flatMap { (1...current).contains($0) ? $0 : nil } ?? current }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.suggestions
        let language = context.languageMarkup(story.language)
        let layout = Layout(
            context: context, title: words.title, kind: "form-page", isIndexed: false, showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.title)</h1>
            <p class="meta">\(words.on) <a href="\(Address.story(story))"\(language.attributes)>\
            \(language.typeset(story.headline))</a></p>
            </header>
            <p class="signature">\(words.introduction)</p>
            <form method="post" action="\(Address.suggest(story))">
            \(typed.refusal?.note(in: context))<input type="hidden" name="version" value="\(version)">
            \(texts(context))\(name(context))<button>\(words.send)</button>
            </form>

            """)
    }

    private func texts(_ context: SiteContext) -> HTML {
        let (words, optional, refusal) = (context.words.suggestions, context.words.form.optional, typed.refusal)
        let passage = Field(
            name: "passage", label: words.passage, kind: .text(rows: 3), hint: words.passageHint, optional: optional,
            value: typed.passage, refusal: refusal)
        let wrong = Field(
            name: "wrong", label: words.wrong, kind: .text(rows: 3), hint: words.limit, value: typed.wrong,
            refusal: refusal)
        let correct = Field(
            name: "correct", label: words.correct, kind: .text(rows: 3), hint: words.limit, optional: optional,
            value: typed.correct, refusal: refusal)
        let evidence = Field(
            name: "evidence", label: words.evidence, kind: .text(rows: 3), hint: words.evidenceHint,
            optional: optional, value: typed.evidence, refusal: refusal)
        return "\(passage.html())\(wrong.html())\(correct.html())\(evidence.html())"
    }

    private func name(_ context: SiteContext) -> HTML {
        let words = context.words.suggestions
        let field = Field(
            name: "name", label: words.name, hint: words.nameHint, optional: context.words.form.optional,
            value: typed.name, autocomplete: "name", refusal: typed.refusal)
        return """
            \(field.html())<p class="checkbox"><label><input type="checkbox" name="thanks" value="yes"\
            \(" checked", if: typed.mayBeThanked)> \(words.thanks)</label></p>

            """
    }
}

/// The link to the form below a story. A script lets it take the selected passage along.
struct SuggestLine {
    let context: SiteContext
    let languageMarkup: LanguageMarkup
    let story: Story

    func html() -> HTML {
        let link: HTML = """
            <a href="\(Address.suggest(story.reference, reading: story.current.number))" rel="nofollow" data-suggests>\
            \(context.words.suggestions.title)</a>
            """
        return "<p class=\"suggest\">\(languageMarkup.furniture(link))</p>\n"
    }
}
