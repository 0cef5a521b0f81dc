import Foundation
package import Markup
package import Newsroom

/// The page of one case with everything that helps to decide: with the ruling form while it is open, and with its
/// ruling afterwards.
package struct CasePage: Sendable {
    package let staff: Staff
    package let deskCase: Case
    package let background: CaseContext
    /// The current ruling; `nil` while the case is open.
    package let ruling: Ruling?
    /// A refused ruling.
    package let typed: TypedRuling?
    /// The colleague who has the case open.
    package var claim: CaseClaim?
    /// Whether the case waits for an editor.
    package var isEscalated = false
    /// The place from which the moderator came.
    package var way = WayBack.desk
    /// The decision before this case.
    package var done: QueueDone?
    /// A refused note.
    package var typedNote: TypedDeskNote?
    /// A refused reply by the desk.
    package var typedReply: TypedDeskReply?

    /// The passages that the desk took out of the comment.
    package let redactions: [Redaction]
    package var typedRedaction: TypedRedaction?

    package init(
        staff: Staff, deskCase: Case, background: CaseContext = CaseContext(), ruling: Ruling?,
        typed: TypedRuling? = nil, redactions: [Redaction] = []
    ) {
        self.staff = staff
        self.deskCase = deskCase
        self.background = background
        self.ruling = ruling
        self.typed = typed
        self.redactions = redactions
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.desk
        let title = words.caseTitle(Int(deskCase.id.number))
        let view = CaseView(context: context, deskCase: deskCase)
        let layout = Layout(
            context: context, title: title, kind: "desk-page case-page", head: scripts, staff: staff,
            isIndexed: false, showsDisclaimer: false)
        return layout.html(
            """
            <div class="queue-case"\(handles)>
            \(done.map { $0.html(in: context, way) })\
            <header class="page-head">
            <h1 tabindex="-1">\(title) \(view.badge)</h1>
            \(view.facts)\(withdrawal(context))</header>
            <div class="case">
            <div class="case-comment">
            \(comment(view, context))</div>
            <div class="case-ruling">
            \(ReportsSection(context: context, deskCase: deskCase, reporters: background.reporters).html())\
            \(ending(context))\(ReplyForm(context: context, deskCase: deskCase, typed: typedReply, way: way).html())\
            \(NotesSection(context: context, deskCase: deskCase, notes: background.notes, typed: typedNote, way: way).html())</div>
            </div>
            \(leaving(context))</div>
            \(KeysDialog.html(in: context), if: way.queue != nil)
            """)
    }

    /// The comment below its parent, the passage that it quotes, and facts about its thread and its name.
    private func comment(_ view: CaseView, _ context: SiteContext) -> HTML {
        let thread = ThreadSection(context: context, deskCase: deskCase, background: background)
        let passage = PassageSection(context: context, deskCase: deskCase, background: background)
        let author = AuthorSection(context: context, deskCase: deskCase, record: background.commenter)
        return """
            \(thread.parent)<div class="in-question">\(view.quotation)</div>
            \(redaction(context))\(passage.html())\(thread.more)\(thread.earlierTexts)\
            \(author.html(others: view.others), if: !deskCase.comment.isErased)
            """
    }

    private func redaction(_ context: SiteContext) -> HTML {
        guard !deskCase.comment.isErased else { return "" }
        let form = RedactionForm(context: context, deskCase: deskCase, typed: typedRedaction, way: way)
        let list = RedactionList(context: context, deskCase: deskCase, redactions: redactions, way: way)
        return "\(form.html())\(list.html())"
    }

    private func withdrawal(_ context: SiteContext) -> HTML {
        guard background.isStoryWithdrawn else { return "" }
        return "<p class=\"case-facts\"><strong>\(context.words.cases.isWithdrawn)</strong></p>\n"
    }

    private var scripts: HTML {
        "\(Head.script(Assets.redacting))\(Head.script(Assets.queue), if: way != .desk)"
    }

    /// The script finds its addresses here.
    private var handles: HTML {
        guard way != .desk, ruling == nil, claim == nil, deskCase.closedAt == nil else { return "" }
        let next: HTML = " data-next=\"\(Address.nextCase)\""
        return " data-claim=\"\(Address.deskCase(deskCase.id, "claim"))\"\(next, if: way.queue != nil)"
    }

    private func leaving(_ context: SiteContext) -> HTML {
        let words = context.words.queue
        let next: HTML = """
            <form method="post" action="\(Address.nextCase)" data-act="skip">\(way.hidden)\
            <button>\(words.next)</button></form>

            """
        let link: HTML =
            switch way {
            case .desk: "<p class=\"meta leaving\"><a href=\"\(Address.desk)\">\(context.words.desk.back)</a></p>"
            case .queue:
                """
                <form method="post" action="\(Address.leaveQueue)" class="meta leaving" data-act="leave">\
                \(way.hidden(current: deskCase.id))<button class="plain">\(words.leave)</button></form>
                """
            case .story(let place):
                "<p class=\"meta leaving\"><a href=\"\(storyPage(place))\">\(context.words.cases.backToStory)</a></p>"
            }
        return """
            \(next, if: way.queue != nil && (ruling != nil || deskCase.closedAt != nil))\(link)

            """
    }

    /// The page on which the moderator read the comment. A held comment has no page.
    private func storyPage(_ place: StoryPlace) -> SafeURL {
        deskCase.comment.state == .held
            ? Address.story(deskCase.story).fragment("comments")
            : Address.place(place, of: deskCase.comment.id, on: deskCase.story)
    }

    private func ending(_ context: SiteContext) -> HTML {
        if let closedAt = deskCase.closedAt { return closing(closedAt, context) }
        guard let ruling else { return decision(context) }
        return """
            \(typed?.refusal.note(in: context))\(kept(context))\
            <div class="closed ruled">\(RulingLine(context: context, ruling: ruling, way: way).html())</div>

            """
    }

    /// The author removed the comment while the case was open.
    private func closing(_ time: Date, _ context: SiteContext) -> HTML {
        let words = context.words.deletion
        return """
            \(typed?.refusal.note(in: context))\(kept(context))\
            <p class="notice">\(words.closed) \(context.commentTime(time)).\(" \(words.erased)", if: deskCase.comment.isErased)</p>

            """
    }

    private func decision(_ context: SiteContext) -> HTML {
        let words = context.words.queue
        let waits = isEscalated && !staff.may(.publish)
        let refused: HTML = "\(typed?.refusal.note(in: context))\(kept(context))"
        if let claim { return "\(refused)<p class=\"notice\">\(words.claimed(claim.name))</p>\n" }
        if waits { return "\(refused)<p class=\"notice\">\(words.forEditors)</p>\n" }
        var form = RulingForm(context: context, deskCase: deskCase, typed: typed)
        form.isEscalated = isEscalated
        form.way = way
        return form.html()
    }

    /// The note to the commenter from a ruling that was refused because the case had already been decided.
    private func kept(_ context: SiteContext) -> HTML {
        guard let sentence = typed?.sentence, !sentence.isEmpty else { return "" }
        return """
            <p class="case-facts">\(context.words.form.typedText): \
            <q class="typed" dir="auto">\(sentence)</q></p>

            """
    }
}
