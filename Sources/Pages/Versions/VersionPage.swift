package import Markup
package import Newsroom

/// A version of a story: its changes since an earlier version, and its full text.
package struct VersionPage: Sendable {
    package let story: Story
    package let version: Version
    /// The version to compare with; `nil` for the first version.
    package let earlier: Version?
    /// The pictures that the texts may show: those in the story's gallery today.
    package let gallery: Gallery
    /// The cards that the text may show: those that the story uses today.
    package let cards: [LinkCard]

    package init(
        story: Story, version: Version, earlier: Version?, gallery: Gallery = Gallery([]), cards: [LinkCard] = []
    ) {
        self.story = story
        self.version = version
        self.earlier = earlier
        self.gallery = gallery
        self.cards = cards
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.versions
        let languageMarkup = context.languageMarkup(story.language)
        let title = words.heads(version.number, story.current.number)
        let headline = languageMarkup.typeset(story.current.headline)
        let pictures = PlacedPictures(
            context: context, languageMarkup: languageMarkup, story: story.reference, gallery: gallery)
        let layout = Layout(
            context: context, title: "\(title): \(headline)", kind: "version-page", isIndexed: false)
        return layout.html(
            """
            <article\(languageMarkup.direction)>
            <header class="page-head">
            <p class="kicker"><a href="\(Address.story(story.reference))"\(languageMarkup.attributes)>\
            \(headline)</a></p>
            <h1>\(languageMarkup.furniture("\(title)"))</h1>
            <p class="meta">\(languageMarkup.furniture(context.storyTime(version.createdAt)))</p>
            \(replaced(words, languageMarkup), if: version.number < story.current.number)</header>
            \(comparison(words, languageMarkup, pictures))\
            <section class="whole" aria-labelledby="whole">
            <h2 id="whole">\(languageMarkup.furniture("\(words.whole)"))</h2>
            \(whole(context, languageMarkup, pictures))</section>
            <p class="meta"><a href="\(Address.versions(story.reference))">\
            \(languageMarkup.furniture("\(words.all)"))</a></p>
            </article>

            """)
    }

    private func replaced(_ words: VersionWords, _ languageMarkup: LanguageMarkup) -> HTML {
        let sentence: HTML = """
            \(words.newer) <a href="\(Address.story(story.reference))">\(words.readCurrent)</a>
            """
        return "<p class=\"version-note\">\(languageMarkup.furniture(sentence))</p>\n"
    }

    private func comparison(
        _ words: VersionWords, _ languageMarkup: LanguageMarkup, _ pictures: PlacedPictures
    ) -> HTML {
        guard let earlier else { return "<p class=\"none\">\(languageMarkup.furniture("\(words.first)"))</p>\n" }
        let view = ComparisonView(
            words: words, languageMarkup: languageMarkup,
            comparison: Comparison(from: earlier, to: version, in: languageMarkup, showing: pictures.shows))
        return """
            <section class="changes" aria-labelledby="changes">
            <h2 id="changes">\(languageMarkup.furniture("\(words.changes(earlier.number, version.number))"))</h2>
            \(view.html())</section>

            """
    }

    private func whole(
        _ context: SiteContext, _ languageMarkup: LanguageMarkup, _ pictures: PlacedPictures
    ) -> HTML {
        let view = VersionView(
            context: context, languageMarkup: languageMarkup, version: version, pictures: pictures,
            cards: StoryCards(context: context, languageMarkup: languageMarkup, cards: cards))
        return """
            <p class="old-headline"\(languageMarkup.attributes)>\(languageMarkup.typeset(version.headline))</p>
            \(view.standfirst)\(view.byline)\(view.revision)\(view.note)\(view.text)\(view.credits)
            """
    }
}
