package import Markup
package import Newsroom

/// The current text of a story, in which the passages of suggestions are marked.
package struct SuggestedStory: Sendable {
    package let version: Version
    package let captions: [WireText]

    package init(version: Version, captions: [WireText]) {
        self.version = version
        self.captions = captions
    }

    func searchable(_ language: LanguageMarkup) -> QuotableText {
        QuotableText(
            version, body: Markdown(version.body.sent).plainText(language.typography), captions: captions,
            shown: language.typeset)
    }
}

/// An answer to a suggestion that was refused, exactly as it was typed.
package struct TypedAnswer: Sendable {
    package let text: String
    package let refusal: Refusal

    package init(text: String, refusal: Refusal) {
        self.text = text
        self.refusal = refusal
    }
}

/// The suggestions at the desk: those that are open, or those that are decided.
package struct SuggestionsPage: Sendable {
    package let staff: Staff
    package let isDecided: Bool
    package let suggestions: PageOfResults<Suggestion>
    package let stories: [Story.ID: SuggestedStory]
    package let openCount: Int
    /// The suggestion that was just decided or reopened.
    package let done: Suggestion?

    package init(
        staff: Staff, isDecided: Bool, suggestions: PageOfResults<Suggestion>, stories: [Story.ID: SuggestedStory],
        openCount: Int, done: Suggestion?
    ) {
        self.staff = staff
        self.isDecided = isDecided
        self.suggestions = suggestions
        self.stories = stories
        self.openCount = openCount
        self.done = done
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.suggestions
        let layout = Layout(
            context: context, title: words.deskTitle, kind: "desk-page", staff: staff, isIndexed: false,
            showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.deskTitle)</h1>
            </header>
            \(notice(words))\(views(words))\(list(context))\(more(words))
            """)
    }

    private func notice(_ words: SuggestionWords) -> HTML {
        guard let done else { return "" }
        return """
            <p class="notice" role="status">\(words.done(done.state)) \
            <a href="\(Address.suggestion(done.id))">\(words.one(Int(done.id.number)))</a></p>

            """
    }

    private func views(_ words: SuggestionWords) -> HTML {
        let mark: HTML = " aria-current=\"page\""
        return """
            <nav class="views" aria-label="\(words.views)">
            <ul>
            <li><a href="\(Address.suggestions())"\(mark, if: !isDecided)>\(words.open) \
            <span class="count">\(openCount.grouped)\("+", if: openCount >= Suggestion.mostCounted)</span></a></li>
            <li><a href="\(Address.suggestions(isDecided: true))"\(mark, if: isDecided)>\(words.closed)</a></li>
            </ul>
            </nav>

            """
    }

    private func list(_ context: SiteContext) -> HTML {
        let words = context.words.suggestions
        guard !suggestions.elements.isEmpty else {
            return "<p class=\"none\">\(isDecided ? words.noneDecided : words.noneOpen)</p>\n"
        }
        // Several suggestions may be about one story.
        var texts: [Story.ID: QuotableText] = [:]
        let items = suggestions.elements.map { suggestion -> HTML in
            let id = suggestion.story.id
            texts[id] = texts[id] ?? stories[id]?.searchable(context.languageMarkup(suggestion.story.language))
            return "<li>\n\(SuggestionView(context: context, suggestion: suggestion, text: texts[id]).html())</li>\n"
        }
        return "<ol class=\"suggestions\">\n\(items)</ol>\n"
    }

    private func more(_ words: SuggestionWords) -> HTML {
        guard let next = suggestions.next else { return "" }
        return """
            <p class="more"><a href="\(Address.suggestions(isDecided: isDecided, after: next))" rel="next">\(words.more)\
            </a></p>

            """
    }
}

/// One suggestion at the desk, at its own address.
package struct SuggestionPage: Sendable {
    package let staff: Staff
    package let suggestion: Suggestion
    package let story: SuggestedStory?
    package let typed: TypedAnswer?

    package init(staff: Staff, suggestion: Suggestion, story: SuggestedStory?, typed: TypedAnswer? = nil) {
        self.staff = staff
        self.suggestion = suggestion
        self.story = story
        self.typed = typed
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.suggestions
        let title = words.one(Int(suggestion.id.number))
        let layout = Layout(
            context: context, title: title, kind: "desk-page", staff: staff, isIndexed: false,
            showsDisclaimer: false)
        let view = SuggestionView(
            context: context, suggestion: suggestion,
            text: story?.searchable(context.languageMarkup(suggestion.story.language)), typed: typed)
        return layout.html(
            """
            <header class="page-head">
            <p class="kicker"><a href="\(Address.suggestions())">\(words.back)</a></p>
            <h1>\(title)</h1>
            </header>
            \(typed?.refusal.note(in: context, form: SuggestionView.prefix(suggestion)))<div class="suggestions">
            \(view.html())</div>
            \(KeptText(context: context, text: keptAnswer).html())
            """)
    }

    /// The answer that no form shows again, because the suggestion is decided.
    private var keptAnswer: String? {
        guard suggestion.state != .open, let typed, !typed.text.isEmpty else { return nil }
        return typed.text
    }
}
