package import Markup
package import Newsroom

/// "Not now", with the form of a comment, to be sent again as it stands. It is shown where nothing can be stored, mostly because too much
/// is sent: so nothing is read for it, and nothing of the story but its address is on it.
package struct SendAgainPage: Sendable {
    package let story: Story.ID
    package let slug: Slug
    package let typed: TypedComment

    package init(story: Story.ID, slug: Slug, typed: TypedComment) {
        self.story = story
        self.slug = slug
        self.typed = typed
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.refusals
        let story = StoryReference(id: story, slug: slug, headline: words.story, language: context.house.language)
        let form = CommentForm(
            context: context, story: story, currentVersion: typed.storyVersion ?? 1, parent: typed.parent,
            typed: typed)
        let layout = Layout(context: context, title: words.unavailable, kind: "form-page", isIndexed: false)
        return layout.html(
            """
            <header class="page-head">
            <p class="kicker"><a href="\(Address.story(story))">\(words.story)</a></p>
            <h1>\(words.unavailable)</h1>
            </header>
            \(form.html())
            """)
    }
}
