package import Markup
package import Newsroom

/// The form in which a commenter edits a comment.
package struct EditCommentPage: Sendable {
    package let story: StoryReference
    package let comment: Comment.ID
    /// The revision that the commenter saw on this page.
    package let revision: Comment.Revision
    /// The text in the form: the comment's text, or a refused edit.
    package let text: String
    package let refusal: Refusal?
    /// The current text of the comment, if it differs from the one that the commenter saw.
    package let current: String?

    package init(
        story: StoryReference, comment: Comment.ID, revision: Comment.Revision, text: String, refusal: Refusal? = nil,
        current: String? = nil
    ) {
        self.story = story
        self.comment = comment
        self.text = text
        self.refusal = refusal
        self.revision = revision
        self.current = current
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words
        let field = Field(
            name: "text", label: words.form.text, kind: .text(rows: 10), hint: words.form.textHint, value: text,
            refusal: refusal)
        let languageMarkup = context.languageMarkup(story.language)
        let layout = Layout(context: context, title: words.discussion.editHeading, kind: "form-page", isIndexed: false)
        return layout.html(
            """
            <header class="page-head">
            <p class="kicker"><a href="\(Address.comment(story, comment))"\(languageMarkup.attributes)>\
            \(languageMarkup.typeset(story.headline))</a></p>
            <h1>\(words.discussion.editHeading)</h1>
            </header>
            <p class="welcome">\(words.discussion.editNote)</p>
            \(current.map { currentText($0, context) })<form method="post" action="\(Address.edit(comment))">
            <input type="hidden" name="revision" value="\(revision)">
            \(refusal?.note(in: context))\(field.html())<button>\(words.form.save)</button>
            </form>

            """)
    }

    private func currentText(_ text: String, _ context: SiteContext) -> HTML {
        """
        <section aria-labelledby="current">
        <h2 id="current">\(context.words.discussion.editCurrent)</h2>
        \(CommentView.text(text))
        </section>

        """
    }
}
