package import Markup
package import Newsroom

/// A story as readers meet it (S1–S11): its words, its pictures, its discussion.
package struct StoryPage: Sendable {
    package let story: Story
    package let gallery: Gallery
    package let related: [StoryReference]
    package let discussion: Discussion
    /// The reason that an editor gave for closing the discussion, where one was given.
    package let closingReason: String?
    /// What this one visitor sees; `nil` is the page that everyone gets.
    package let personal: Personal?
    /// For the desk: usage terms beside the pictures, and the way to the story's discussion at the desk.
    package let showsUsageTerms: Bool

    package init(
        story: Story, gallery: Gallery, related: [StoryReference], discussion: Discussion,
        closingReason: String? = nil, personal: Personal? = nil, showsUsageTerms: Bool = false
    ) {
        self.story = story
        self.gallery = gallery
        self.related = related
        self.discussion = discussion
        self.closingReason = closingReason
        self.personal = personal
        self.showsUsageTerms = showsUsageTerms
    }

    package func html(in context: SiteContext) -> HTML {
        let languageMarkup = context.languageMarkup(story.language)
        let head = StoryMetadata(context: context, story: story, gallery: gallery, count: discussion.count)
        let layout = Layout(
            context: context, title: story.current.headline, kind: "story-page",
            head: head.html() + Head.script(Assets.live),
            showsDisclaimer: false)
        let version = VersionView(context: context, languageMarkup: languageMarkup, version: story.current)
        return layout.html(
            """
            <article class="story"\(languageMarkup.direction)>
            <header class="story-head">
            \(version.headline)\(version.standfirst)</header>
            \(StoryFacts(context: context, languageMarkup: languageMarkup, story: story, leadsToDesk: showsUsageTerms).html())\
            \(lead(context, languageMarkup))\
            <div class="story-text">
            \(version.text)\(version.credits)</div>
            \(StoryAside(context: context, languageMarkup: languageMarkup, story: story, related: related).html())\
            </article>
            \(discussion(context))
            """)
    }

    private func lead(_ context: SiteContext, _ languageMarkup: LanguageMarkup) -> HTML {
        LeadPicture(
            context: context, languageMarkup: languageMarkup, story: story.reference, gallery: gallery,
            showsUsageTerms: showsUsageTerms
        ).html()
    }

    private func discussion(_ context: SiteContext) -> HTML {
        DiscussionView(
            context: context, story: story, discussion: discussion, closingReason: closingReason, personal: personal
        ).html()
    }
}
