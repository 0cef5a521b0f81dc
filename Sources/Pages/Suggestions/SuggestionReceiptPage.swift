package import Markup
package import Newsroom

/// What became of a suggestion, for anyone who has the address of its receipt.
package struct SuggestionReceiptPage: Sendable {
    package let receipt: SuggestionReceipt

    package init(receipt: SuggestionReceipt) { self.receipt = receipt }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.suggestions
        return ReceiptLayout(
            context: context, title: words.receiptTitle,
            state: words.state(receipt.state, receipt.correction != nil),
            facts: "\(outcome(context))\(facts(context))", keep: keep(words)
        ).html()
    }

    /// Why to come back; `nil` once nothing can happen anymore. A withdrawn story is not corrected.
    private func keep(_ words: SuggestionWords) -> String? {
        switch receipt.state {
        case .open: words.keep
        case .accepted where receipt.correction == nil && receipt.story != nil: words.keepAccepted
        case .accepted, .answered, .dismissed: nil
        }
    }

    private func outcome(_ context: SiteContext) -> HTML {
        let words = context.words.suggestions
        let correction = receipt.correction.map { correction in
            let place = Address.story(correction.story).fragment("correction-\(correction.version)")
            let link: HTML = "<a href=\"\(place)\">\(words.readCorrection)</a>"
            return Fact(words.corrected, "\(link)<br>\(context.storyTime(correction.at))").html()
        }
        return "\(correction)\(receipt.answer.map { Fact(words.answer, typed($0)).html() })"
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
            \(Fact(words.story, story ?? "\(words.isWithdrawn)").html())\
            \(Fact(words.sent, context.commentTime(receipt.sentAt)).html())\
            \(receipt.decidedAt.map { Fact(words.decided, context.commentTime($0)).html() })\
            \(texts.passage.map { Fact(words.passage, typed($0)).html() })\
            \(Fact(words.wrong, typed(texts.wrong)).html())\
            \(texts.correct.map { Fact(words.correct, typed($0)).html() })\
            \(texts.evidence.map { Fact(words.evidence, typed($0)).html() })\
            \(receipt.name.map { Fact(words.name, "<bdi>\($0)</bdi>\(thanked, if: receipt.mayBeThanked)").html() })
            """
    }

    private func typed(_ text: String) -> HTML { "<bdi class=\"typed\">\(text)</bdi>" }
}
