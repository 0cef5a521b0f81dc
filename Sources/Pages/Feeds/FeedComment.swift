package import Markup
package import Newsroom

/// A published comment for feed readers.
package struct FeedComment: Sendable {
    package let comment: Comment
    package let story: Story

    package init(comment: Comment, story: Story) {
        self.comment = comment
        self.story = story
    }

    package func title(in context: SiteContext) -> String {
        context.words.discussion.title(comment.name, headline(in: context))
    }

    package func html(in context: SiteContext) -> HTML {
        CommentView.text(
            comment.text, blackouts: comment.redactedAt == nil ? nil : context.words.discussion.blackout)
    }

    private func headline(in context: SiteContext) -> String {
        context.languageMarkup(story.language).typeset(story.current.headline)
    }
}
