import Foundation
import Markup
import Newsroom

/// The end of a discussion: the welcome and the form while it is open, or else the reason why it is closed.
struct DiscussionEnd {
    let context: SiteContext
    let state: DiscussionState
    let closingReason: String?
    let typed: TypedComment?
    let form: CommentForm
    let heading: String
    let id: StaticString

    private var words: DiscussionWords { context.words.discussion }

    func html() -> HTML {
        """
        <section class="write" id="\(HTML(stringLiteral: id))" aria-labelledby="write-heading">
        <h2 id="write-heading"\(" class=\"unseen\"", if: !state.isOpen)>\(heading)</h2>
        \(content)</section>

        """
    }

    private var content: HTML {
        switch state {
        case .open(let end):
            let until = end.map { "<p class=\"until\">\(words.opensUntil(context.day($0)))</p>\n" as HTML }
            return "\(context.part(.welcome) { welcome })\(form.html())\(until)"
        case .closed(let cause, let since):
            return """
                <p class="closed">\(context.closedSentence(cause, since: since))\(reason) \(words.reportsStayOpen)</p>
                \(keptText)
                """
        }
    }

    private var welcome: HTML {
        """
        <p class="welcome">\(context.house.policy.welcome) \
        <a href="\(Address.policy)">\(context.words.policy.readAll)</a></p>

        """
    }

    private var reason: HTML { closingReason.map { " \(words.reason($0))" } ?? "" }

    /// If the discussion closed before the comment was sent, the commenter can still copy the text.
    private var keptText: HTML {
        guard let typed else { return "" }
        return """
            \(typed.refusal.note(in: context))\(KeptText(context: context, text: typed.text).html())
            """
    }
}

extension SiteContext {
    /// Says why a discussion is closed, and since when.
    func closedSentence(_ cause: DiscussionState.Cause, since: Date) -> String {
        switch cause {
        case .byAge: words.discussion.closedByAge(day(since))
        case .byEditor: words.discussion.closedByEditor(day(since))
        case .byHouse: words.discussion.closedByHouse(day(since))
        }
    }
}
