package import Markup
package import Newsroom

/// A refused report as it was typed, with the reason for the refusal.
package struct TypedReport: Sendable {
    package let clause: String
    package let text: String
    package let email: String
    package let refusal: Refusal

    package init(clause: String, text: String, email: String, refusal: Refusal) {
        self.clause = clause
        self.text = text
        self.email = email
        self.refusal = refusal
    }
}

/// The page "Report as abuse": the comment, the rules of the policy as reasons, and a field for a note.
package struct ReportPage: Sendable {
    package let story: StoryReference
    package let comment: Comment
    package let typed: TypedReport?

    package init(story: StoryReference, comment: Comment, typed: TypedReport? = nil) {
        self.story = story
        self.comment = comment
        self.typed = typed
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.reports
        let layout = Layout(
            context: context, title: words.title, kind: "form-page", isIndexed: false, showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.title)</h1>
            <p class="meta">\(words.on) \(storyLink(context))</p>
            </header>
            \(comment.state == .published ? content(context) : gone(context))
            """)
    }

    private func storyLink(_ context: SiteContext) -> HTML {
        let languageMarkup = context.languageMarkup(story.language)
        return """
            <a href="\(Address.comment(story, comment.id))"\(languageMarkup.attributes)>\
            \(languageMarkup.typeset(story.headline))</a>
            """
    }

    private func content(_ context: SiteContext) -> HTML {
        """
        \(CommentView.quoted(comment, in: context))\
        <form method="post" action="\(Address.report(comment.id))">
        \(typed?.refusal.note(in: context))\(reasons(context))\(note(context))\(email(context))\
        <button>\(context.words.reports.send)</button>
        </form>

        """
    }

    /// If the comment can no longer be reported, the reader can still copy the note.
    private func gone(_ context: SiteContext) -> HTML {
        let note = typed.flatMap { $0.text.isEmpty ? nil : $0.text }
        return """
            <p class="closed">\(context.words.reports.gone)</p>
            \(KeptText(context: context, text: note).html())
            """
    }

    private func reasons(_ context: SiteContext) -> HTML {
        let choices = context.house.policy.clauses.map { clause -> HTML in
            let checked: HTML = typed?.clause == clause.code ? " checked" : ""
            return """
                <div class="choice">
                <input type="radio" name="clause" value="\(clause.code)" id="clause-\(clause.code)" required\(checked)>
                <label for="clause-\(clause.code)">\(clause.title) <span>\(clause.sentence)</span></label>
                </div>

                """
        }
        return "<fieldset class=\"field\">\n<legend>\(context.words.reports.reason)</legend>\n\(choices)</fieldset>\n"
    }

    private func note(_ context: SiteContext) -> HTML {
        Field(
            name: "text", label: context.words.reports.note, kind: .text(rows: 4), hint: context.words.reports.noteHint,
            optional: context.words.form.optional, value: typed?.text ?? "",
            refusal: typed?.refusal
        ).html()
    }

    private func email(_ context: SiteContext) -> HTML {
        Field(
            name: "email", label: context.words.form.email, kind: .email, hint: context.words.reports.emailHint,
            optional: context.words.form.optional, value: typed?.email ?? "", autocomplete: "email",
            refusal: typed?.refusal
        ).html()
    }
}
