package import Markup
package import Newsroom

/// The page that says that a comment cannot be stored now, with a form that sends it again. It is shown when
/// nothing can be stored, mostly because of too many requests. Therefore the page needs no read from the
/// database, and it knows only the address of the story.
package struct SendAgainPage: Sendable {
    package let story: Story.ID
    package let slug: Slug
    package let typed: TypedComment
    /// The identifier of the request.
    package let requestID: String?

    package init(story: Story.ID, slug: Slug, typed: TypedComment, requestID: String? = nil) {
        self.requestID = requestID
        self.story = story
        self.slug = slug
        self.typed = typed
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.refusals
        let story = StoryReference(id: story, slug: slug, headline: words.story, language: context.house.language)
        let form = CommentForm(
            context: context, story: story, currentVersion: max(typed.storyVersion ?? 1, 1), parent: typed.parent,
            typed: typed)
        let layout = Layout(context: context, title: words.unavailable, kind: "form-page", isIndexed: false)
        return layout.html(
            """
            <header class="page-head">
            <p class="kicker"><a href="\(Address.story(story))">\(words.story)</a></p>
            <h1>\(words.unavailable)</h1>
            </header>
            \(form.html())\(RequestNumber(context: context, id: requestID).html())
            """)
    }
}
