import Markup
import Newsroom

/// The passages that the desk took out of a comment, newest first, with the texts before.
struct RedactionList {
    let context: SiteContext
    let deskCase: Case
    let redactions: [Redaction]
    var way = WayBack.desk

    private var words: RedactionWords { context.words.redactions }

    func html() -> HTML {
        guard !redactions.isEmpty else { return "" }
        return """
            <section class="redactions" aria-labelledby="redactions">
            <h2 id="redactions">\(words.list)</h2>
            <ol reversed>
            \(redactions.map(item))</ol>
            </section>

            """
    }

    private func item(_ redaction: Redaction) -> HTML {
        let clause = redaction.clause.map {
            " · <span class=\"clause\">\(context.title(ofClause: $0))</span>" as HTML
        }
        let text = CommentView.text(redaction.textBefore, blackouts: context.words.discussion.blackout)
        return """
            <li><p class="case-facts">\(words.madeBy(redaction.staffName)) · \
            \(context.commentTime(redaction.madeAt))\(clause)\(end(of: redaction))</p>
            <details class="others">
            <summary>\(words.textBefore)</summary>
            \(context.masked(text))
            </details>
            \(undoing(redaction))</li>

            """
    }

    private func end(of redaction: Redaction) -> HTML {
        guard let undoneAt = redaction.undoneAt else { return "" }
        let by = words.undoneBy(redaction.undoneBy ?? "")
        return " · <span class=\"undone\">\(by) \(context.commentTime(undoneAt))</span>"
    }

    /// Only the latest redaction can be undone, because the others are in the text before it.
    private func undoing(_ redaction: Redaction) -> HTML {
        guard redaction.undoneAt == nil, redaction.madeAt == deskCase.comment.redactedAt else { return "" }
        return """
            <form method="post" action="\(Address.undo(redaction.id))">
            <input type="hidden" name="case" value="\(deskCase.id.number)">\(way.hidden)
            <button class="plain">\(words.undo) <span class="unseen">\(words.undone)</span></button>
            </form>

            """
    }
}
