package import Foundation
package import Markup
package import Newsroom

/// The page of a story: its text, its pictures and its discussion.
package struct StoryPage: Sendable {
    package let story: Story
    package let gallery: Gallery
    package let cards: [LinkCard]
    package let related: [StoryReference]
    package let corrections: [Correction]
    /// `nil` if the story was never live.
    package let entries: LiveEntries?
    package let discussion: Discussion
    /// The editor's reason for closing the discussion, if there is one.
    package let closingReason: String?
    /// A refused comment that the commenter sees again. `nil` on the shared page.
    package let typed: TypedComment?
    package let now: Date

    package init(
        story: Story, gallery: Gallery, cards: [LinkCard] = [], related: [StoryReference],
        corrections: [Correction] = [], entries: LiveEntries? = nil, discussion: Discussion,
        closingReason: String? = nil, typed: TypedComment? = nil, now: Date
    ) {
        self.story = story
        self.gallery = gallery
        self.cards = cards
        self.related = related
        self.corrections = corrections
        self.entries = entries
        self.discussion = discussion
        self.closingReason = closingReason
        self.typed = typed
        self.now = now
    }

    package func html(in context: SiteContext) -> HTML {
        let languageMarkup = context.languageMarkup(story.language)
        let head = StoryMetadata(
            context: context, languageMarkup: languageMarkup, story: story, gallery: gallery,
            corrections: corrections, discussion: discussion, entries: entries)
        let scripts = entries == nil ? Head.script(Assets.live) : Head.script(Assets.entries) + Head.script(Assets.live)
        let layout = Layout(
            context: context, title: head.title, kind: "story-page",
            head: head.html() + scripts,
            showsDisclaimer: false)
        let pictures = PlacedPictures(
            context: context, languageMarkup: languageMarkup, story: story.reference, gallery: gallery)
        let version = VersionView(
            context: context, languageMarkup: languageMarkup, version: story.current, pictures: pictures,
            cards: StoryCards(context: context, languageMarkup: languageMarkup, cards: cards))
        return layout.html(
            """
            <article class="story"\(languageMarkup.direction)>
            <header class="story-head">
            \(LiveMark(context: context, languageMarkup: languageMarkup, story: story).html())\
            \(version.headline)\(version.standfirst)</header>
            \(StoryFacts(context: context, languageMarkup: languageMarkup, story: story).html())\
            \(lead(context, languageMarkup))\
            <div class="story-text">
            \(corrected(.above, context, languageMarkup))\(version.text)\(version.credits)\
            \(corrected(.below, context, languageMarkup))\
            \(coverage(context, languageMarkup))\
            \(PrintedSource(context: context, languageMarkup: languageMarkup, story: story).html())\
            \(ShareLine(context: context, languageMarkup: languageMarkup).html())\
            \(SuggestLine(context: context, languageMarkup: languageMarkup, story: story).html())\
            \(FollowLine.ofStory(in: context, languageMarkup))</div>
            \(StoryAside(context: context, languageMarkup: languageMarkup, story: story, related: related).html())\
            </article>
            \(discussion(context))
            """)
    }

    private func corrected(_ place: House.CorrectionPlace, _ context: SiteContext, _ languageMarkup: LanguageMarkup)
        -> HTML
    {
        guard place == context.house.correctionPlace else { return "" }
        return CorrectionNotes(
            context: context, languageMarkup: languageMarkup, story: story, corrections: corrections
        ).html()
    }

    private func coverage(_ context: SiteContext, _ languageMarkup: LanguageMarkup) -> HTML {
        guard let entries else { return "" }
        return CoverageView(
            context: context, languageMarkup: languageMarkup, story: story.reference, entries: entries
        ).html()
    }

    private func lead(_ context: SiteContext, _ languageMarkup: LanguageMarkup) -> HTML {
        LeadPicture(
            context: context, languageMarkup: languageMarkup, story: story.reference, gallery: gallery
        ).html()
    }

    private func discussion(_ context: SiteContext) -> HTML {
        DiscussionView(
            context: context, story: story, discussion: discussion, closingReason: closingReason, typed: typed, now: now
        ).html()
    }
}
