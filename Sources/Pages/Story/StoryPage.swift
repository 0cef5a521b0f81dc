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

    package func html(in edition: Edition) -> HTML {
        let tongue = edition.tongue(story.language)
        let head = StoryMetadata(edition: edition, story: story, gallery: gallery, count: discussion.count)
        let layout = Layout(
            edition: edition, title: story.current.headline, kind: "story-page",
            head: head.html() + Head.script(Assets.live),
            showsDisclaimer: false)
        let version = VersionView(edition: edition, tongue: tongue, version: story.current)
        return layout.html(
            """
            <article class="story"\(tongue.direction)>
            <header class="story-head">
            \(version.headline)\(version.standfirst)</header>
            \(StoryFacts(edition: edition, tongue: tongue, story: story, leadsToDesk: showsUsageTerms).html())\
            \(lead(edition, tongue))\
            <div class="story-text">
            \(version.text)\(version.credits)</div>
            \(StoryAside(edition: edition, tongue: tongue, story: story, related: related).html())\
            </article>
            \(discussion(edition))
            """)
    }

    private func lead(_ edition: Edition, _ tongue: Tongue) -> HTML {
        LeadPicture(
            edition: edition, tongue: tongue, story: story.reference, gallery: gallery,
            showsUsageTerms: showsUsageTerms
        ).html()
    }

    private func discussion(_ edition: Edition) -> HTML {
        DiscussionView(
            edition: edition, story: story, discussion: discussion, closingReason: closingReason, personal: personal
        ).html()
    }
}
