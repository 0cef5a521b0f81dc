package import Foundation
package import Markup
package import Newsroom

/// A comment on its own page, with the comments that it replies to, its replies, and a reply form.
package struct CommentPage: Sendable {
    package let story: Story
    package let comment: Comment
    package let thread: Newsroom.Thread
    package let updates: StoryUpdates
    package let state: DiscussionState
    package let closingReason: String?
    package let typed: TypedComment?
    package let now: Date

    package init(
        story: Story, comment: Comment, thread: Newsroom.Thread, updates: StoryUpdates, state: DiscussionState,
        closingReason: String? = nil, typed: TypedComment? = nil, now: Date
    ) {
        self.story = story
        self.comment = comment
        self.thread = thread
        self.updates = updates
        self.state = state
        self.closingReason = closingReason
        self.typed = typed
        self.now = now
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.discussion
        let name = comment.state == .published ? context.name(of: comment) : words.someone
        let languageMarkup = context.languageMarkup(story.language)
        let headline = languageMarkup.typeset(story.current.headline)
        let layout = Layout(
            context: context, title: words.title(name, headline), kind: "comment-page", head: head(context),
            isIndexed: false, showsDisclaimer: false)
        let comments = comments(context)
        return layout.html(
            """
            <header class="page-head">
            <p class="kicker">\(words.one)</p>
            <h1><a href="\(Address.story(story.reference))"\(languageMarkup.attributes)>\(headline)</a></h1>
            </header>
            <div class="discussion-body">
            <section class="thread" aria-labelledby="thread">
            <h2 class="unseen" id="thread">\(words.thread)</h2>
            \(PageSlot.muting.html())\(comments)\(PageSlot.waiting(below: comment.id).html())\(further(words))</section>
            \(ShareLine(context: context, languageMarkup: languageMarkup).html())\
            <p class="all-comments"><a href="\(back)">\(words.allComments)</a></p>
            \(end(context), if: comment.state == .published)<p class="disclaimer">\(context.house.disclaimer)</p>
            </div>

            """)
    }

    /// The thread, followed by the latest update of the story if no comment of the thread is about that
    /// version.
    private func comments(_ context: SiteContext) -> HTML {
        let divider = UpdateDivider(context: context, story: story.reference, updates: updates)
        let corrections = CorrectionMarks(divider, on: story, in: [thread])
        let view = CommentView(divider, corrections, takesReplies: state.isOpen, now: now)
        var out = HTML()
        view.write(thread, run: thread.beginning?.storyVersion ?? updates.current, highlighting: comment.id, to: &out)
        let latest = thread.entries.map(\.comment).max { $0.storyVersion < $1.storyVersion }
        if let latest {
            out.append(divider.html(from: latest.storyVersion, to: updates.current, near: latest.createdAt))
        }
        return out
    }

    private var back: SafeURL { Address.story(story.reference).fragment("comments") }

    /// The canonical address. The page is not indexed, because search engines find the comment on the story's
    /// page.
    private func head(_ context: SiteContext) -> HTML {
        guard comment.state == .published else {
            return Head.canonical(context.absolute(Address.comment(story.reference, comment.id)))
        }
        let headline = context.languageMarkup(story.language).typeset(story.current.headline)
        return OpenGraph(
            context: context, kind: .article,
            title: context.words.discussion.title(context.name(of: comment), headline),
            description: Markdown.excerpt(ofComment: comment.text, limit: 200),
            address: Address.comment(story.reference, comment.id)
        ).html()
    }

    /// The link to the replies after those on this page.
    private func further(_ words: DiscussionWords) -> HTML {
        let answers = thread.entries.dropFirst().map(\.comment)
        guard thread.furtherReplies > 0, answers.count >= Discussion.repliesShown,
            let last = answers.map(\.key).max(by: { ($0.milliseconds, $0.number) < ($1.milliseconds, $1.number) })
        else { return "" }
        let address = Address.comment(story.reference, comment.id, after: last)
        return "<p class=\"further\"><a href=\"\(address)\" rel=\"next\">\(words.moreAnswers)</a></p>\n"
    }

    private func end(_ context: SiteContext) -> HTML {
        let form = CommentForm(
            context: context, story: story.reference, currentVersion: story.current.number, parent: comment.id,
            typed: typed)
        return DiscussionEnd(
            context: context, state: state, closingReason: closingReason, typed: typed, form: form,
            heading: context.words.discussion.replyTo(context.name(of: comment)), id: "reply"
        ).html()
    }
}
