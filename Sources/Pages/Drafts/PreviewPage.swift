package import Foundation
package import Markup
package import Newsroom

/// A draft as readers would see it: by the same code as a published story.
package struct PreviewPage: Sendable {
    package let staff: Staff
    /// `nil` for a new story.
    package let draft: Draft?
    /// The content of the form, which may not be saved yet.
    package let content: DraftContent
    package let pictures: [Picture]
    /// The cards that are fetched already, for other stories.
    package let cards: [LinkCard]
    /// The addresses whose cards are fetched when the story is published.
    package let laterCards: [String]
    package let now: Date

    package init(
        staff: Staff, draft: Draft?, content: DraftContent, pictures: [Picture], cards: [LinkCard] = [],
        laterCards: [String] = [], now: Date
    ) {
        self.staff = staff
        self.draft = draft
        self.content = content
        self.pictures = pictures
        self.cards = cards
        self.laterCards = laterCards
        self.now = now
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.drafts
        let languageMarkup = context.languageMarkup(Language(tag: content.language) ?? context.house.language)
        let placed = PlacedPictures(
            context: context, languageMarkup: languageMarkup, story: nil, gallery: Gallery(pictures))
        let view = VersionView(
            context: context, languageMarkup: languageMarkup, version: content.version(1, createdAt: now),
            pictures: placed,
            cards: StoryCards(
                context: context, languageMarkup: languageMarkup, cards: cards, laterCards: Set(laterCards)))
        let layout = Layout(
            context: context, title: words.preview, kind: "version-page", staff: staff, isIndexed: false,
            showsDisclaimer: false)
        let back: HTML? = draft.map { " <a href=\"\(Address.draft($0.id))\">\(words.backToDraft)</a>" }
        return layout.html(
            """
            <div class="notice" role="status">
            <p>\(words.previewNote)\(back)</p>
            </div>
            <article\(languageMarkup.direction)>
            \(view.headline)\(view.standfirst)\(view.byline)\(view.text)\(view.credits)</article>

            """)
    }
}
