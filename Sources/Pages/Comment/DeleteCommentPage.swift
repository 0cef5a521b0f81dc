import Foundation
package import Markup
package import Newsroom

/// The page on which a commenter deletes a comment or asks for its removal, and later reads what became of that.
package struct DeleteCommentPage: Sendable {
    /// `nil` if the story was withdrawn, so that no page shows its headline.
    package let story: StoryReference?
    package let comment: Comment
    package let removal: OwnRemoval
    package let refusal: Refusal?

    package init(story: StoryReference?, comment: Comment, removal: OwnRemoval, refusal: Refusal? = nil) {
        self.story = story
        self.comment = comment
        self.removal = removal
        self.refusal = refusal
    }

    package func html(in context: SiteContext) -> HTML {
        let heading = heading(context.words.deletion)
        let layout = Layout(context: context, title: heading, kind: "form-page", isIndexed: false)
        return layout.html(
            """
            <header class="page-head">
            \(story.map { kicker($0, context) })<h1>\(heading)</h1>
            </header>
            \(content(context))\(story.map { back($0, context) })
            """)
    }

    private func kicker(_ story: StoryReference, _ context: SiteContext) -> HTML {
        let languageMarkup = context.languageMarkup(story.language)
        return """
            <p class="kicker"><a href="\(Address.story(story))"\(languageMarkup.attributes)>\
            \(languageMarkup.typeset(story.headline))</a></p>

            """
    }

    private func heading(_ words: DeletionWords) -> String {
        switch removal {
        case .deletable: words.deleteHeading
        case .askable: words.askHeading
        case .asked: words.askedHeading
        case .declined: words.declinedHeading
        case .done, .granted, .brokeRule: words.doneHeading
        }
    }

    private func content(_ context: SiteContext) -> HTML {
        let words = context.words.deletion
        let quotation: HTML = comment.state == .deleted ? "" : CommentView.quoted(comment, in: context)
        return switch removal {
        case .deletable: form(words.deleteNote, words.deleteButton, quotation, context)
        case .askable: form(words.askNote, words.askButton, quotation, context)
        case .asked(let time):
            """
            <p class="welcome">\(words.askedOn) \(context.commentTime(time)). \(words.asked)</p>
            \(quotation)
            """
        case .declined(let time, let note):
            """
            <p class="welcome">\(words.declined) \(context.commentTime(time)).\(sentence(note, words))</p>
            \(quotation)
            """
        case .done: "<p class=\"welcome\">\(words.done)</p>\n"
        case .granted(let time, let note):
            """
            <p class="welcome">\(words.granted) \(context.commentTime(time)).\(sentence(note, words)) \(words.done)</p>

            """
        case .brokeRule(let note):
            "<p class=\"welcome\">\(words.brokeRule)\(sentence(note, words))</p>\n"
        }
    }

    private func form(
        _ explanation: String, _ button: String, _ quotation: HTML, _ context: SiteContext
    ) -> HTML {
        let ask: HTML = "<input type=\"hidden\" name=\"ask\" value=\"yes\">\n"
        return """
            <p class="welcome">\(explanation) \(context.words.deletion.storage)</p>
            \(quotation)<form method="post" action="\(Address.delete(comment.id))">
            \(refusal?.note(in: context))\(ask, if: removal == .askable)<button>\(button)</button>
            </form>

            """
    }

    private func sentence(_ note: String?, _ words: DeletionWords) -> HTML {
        note.map { " \(words.note) <q class=\"typed\" dir=\"auto\">\($0)</q>" } ?? ""
    }

    private func back(_ story: StoryReference, _ context: SiteContext) -> HTML {
        let address =
            comment.state == .published
            ? Address.comment(story, comment.id).fragment("comment-\(comment.id)")
            : Address.story(story).fragment("comments")
        return "<p class=\"all-comments\"><a href=\"\(address)\">\(context.words.deletion.back)</a></p>\n"
    }
}
