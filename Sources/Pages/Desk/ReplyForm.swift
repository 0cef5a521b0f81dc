import Markup
package import Newsroom

/// A refused reply by the desk exactly as it was typed, with the reason for the refusal.
package struct TypedDeskReply: Sendable {
    package let text: String
    package let refusal: Refusal

    package init(text: String, refusal: Refusal) {
        self.text = text
        self.refusal = refusal
    }
}

/// The form in which a moderator replies to the comment of a case for the desk.
struct ReplyForm {
    let context: SiteContext
    let deskCase: Case
    var typed: TypedDeskReply?
    var way = WayBack.desk

    private static let prefix = "reply-"
    private var words: CaseWords { context.words.cases }

    /// Readers must see the comment. A refused text comes back in any case.
    func html() -> HTML {
        guard deskCase.comment.state == .published || typed != nil else { return "" }
        let field = Field(
            name: "text", label: words.reply, kind: .text(rows: 4),
            hint: words.replyHint(context.words.discussion.desk), value: typed?.text ?? "", refusal: typed?.refusal,
            form: Self.prefix)
        let isOpen: HTML = typed == nil ? "" : " open"
        return """
            <details class="replying"\(isOpen)>
            <summary data-act="reply">\(words.replyAsDesk)</summary>
            <form method="post" action="\(Address.deskCase(deskCase.id, "reply"))">\(way.hidden)
            \(typed?.refusal.note(in: context, form: Self.prefix))\(field.html())\
            <button class="quiet">\(words.publishReply)</button>
            </form>
            </details>

            """
    }
}
