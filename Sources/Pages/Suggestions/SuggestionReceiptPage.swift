package import Markup
package import Newsroom

/// What became of a suggestion, for anyone who has the address of its receipt.
package struct SuggestionReceiptPage: Sendable {
    package let receipt: SuggestionReceipt

    package init(receipt: SuggestionReceipt) { self.receipt = receipt }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.suggestions
        let layout = Layout(
            context: context, title: words.receiptTitle, kind: "form-page", isIndexed: false, showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.receiptTitle)</h1>
            </header>
            <p class="standfirst">\(words.state(receipt.state, receipt.correction != nil))</p>
            <dl class="facts">
            \(outcome(context))\(facts(context))</dl>
            \("<p class=\"closed\">\(words.keep)</p>\n", if: isWaiting)
            """)
    }

    /// Whether something may still happen.
    private var isWaiting: Bool {
        receipt.state == .open || (receipt.state == .accepted && receipt.correction == nil)
    }

    private func outcome(_ context: SiteContext) -> HTML {
        let words = context.words.suggestions
        let correction = receipt.correction.map { correction in
            let place = Address.story(correction.story).fragment("correction-\(correction.version)")
            let link: HTML = "<a href=\"\(place)\">\(words.readCorrection)</a>"
            return fact(words.corrected, "\(link), \(context.storyTime(correction.at))")
        }
        return "\(correction)\(receipt.answer.map { fact(words.answer, typed($0)) })"
    }

    private func facts(_ context: SiteContext) -> HTML {
        let (words, texts) = (context.words.suggestions, receipt.texts)
        let story = receipt.story.map { story -> HTML in
            let language = context.languageMarkup(story.language)
            return """
                <a href="\(Address.story(story))"\(language.attributes)>\(language.typeset(story.headline))</a>
                """
        }
        let thanked: HTML = "<br>\(words.mayThank)"
        return """
            \(fact(words.story, story ?? "\(words.isWithdrawn)"))\
            \(fact(words.sent, context.commentTime(receipt.sentAt)))\
            \(receipt.decidedAt.map { fact(words.decided, context.commentTime($0)) })\
            \(texts.passage.map { fact(words.passage, typed($0)) })\
            \(fact(words.wrong, typed(texts.wrong)))\
            \(texts.correct.map { fact(words.correct, typed($0)) })\
            \(texts.evidence.map { fact(words.evidence, typed($0)) })\
            \(receipt.name.map { fact(words.name, "<bdi>\($0)</bdi>\(thanked, if: receipt.mayBeThanked)") })
            """
    }

    private func typed(_ text: String) -> HTML { "<bdi class=\"typed\">\(text)</bdi>" }

    private func fact(_ name: String, _ value: HTML) -> HTML {
        "<div><dt>\(name)</dt><dd>\(value)</dd></div>\n"
    }
}
