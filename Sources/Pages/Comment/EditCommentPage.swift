package import Markup
package import Newsroom

/// The form in which a writer changes a comment.
package struct EditCommentPage: Sendable {
    package let story: StoryReference
    package let comment: Comment.ID
    /// What stands in the form: the comment's text, or what was typed and refused.
    package let text: String
    package let refusal: Refusal?

    package init(story: StoryReference, comment: Comment.ID, text: String, refusal: Refusal? = nil) {
        self.story = story
        self.comment = comment
        self.text = text
        self.refusal = refusal
    }

    package func html(in edition: Edition) -> HTML {
        let words = edition.words
        let field = Field(
            name: "text", label: words.form.text, kind: .text(rows: 10), hint: words.form.textHint, value: text,
            refusal: refusal)
        let attributes = edition.tongue(story.language).attributes
        let layout = Layout(edition: edition, title: words.discussion.editHeading, kind: "form-page", isIndexed: false)
        return layout.html(
            """
            <header class="page-head">
            <p class="kicker"><a href="\(Address.comment(story, comment))"\(attributes)>\(story.headline)</a></p>
            <h1>\(words.discussion.editHeading)</h1>
            </header>
            <p class="welcome">\(words.discussion.editNote)</p>
            <form method="post" action="\(Address.edit(comment))">
            \(refusal?.note())\(field.html())<button>\(words.form.save)</button>
            </form>

            """)
    }
}
