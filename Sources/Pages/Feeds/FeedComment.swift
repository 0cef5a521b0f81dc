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
        context.words.discussion.title(context.name(of: comment), headline(in: context))
    }

    package func html(in context: SiteContext) -> HTML {
        var out = HTML()
        out.fill(CommentView.text) { part, out in context.write(part, of: comment, to: &out) }
        return out
    }

    private func headline(in context: SiteContext) -> String {
        context.languageMarkup(story.language).typeset(story.current.headline)
    }
}
