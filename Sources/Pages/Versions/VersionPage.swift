package import Markup
package import Newsroom

/// A version of a story: its changes since an earlier version, its full text and its pictures.
package struct VersionPage: Sendable {
    package let story: Story
    package let version: Version
    /// The version to compare with; `nil` for the first version.
    package let earlier: Version?
    /// The pictures of the version, of the earlier version, and of the story today, whose pages have addresses.
    package let gallery, earlierGallery, currentGallery: Gallery
    /// The cards that the text may show: those that the story uses today.
    package let cards: [LinkCard]
    /// The acts after the earlier version, newest first.
    package let steps: [VersionStep]

    /// Without other galleries, all versions have the same pictures.
    package init(
        story: Story, version: Version, earlier: Version?, gallery: Gallery = Gallery([]),
        earlierGallery: Gallery? = nil, currentGallery: Gallery? = nil, cards: [LinkCard] = [],
        steps: [VersionStep]? = nil
    ) {
        self.story = story
        self.version = version
        self.earlier = earlier
        self.gallery = gallery
        self.earlierGallery = earlierGallery ?? gallery
        self.currentGallery = currentGallery ?? gallery
        self.cards = cards
        self.steps = steps ?? [version.step]
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.versions
        let languageMarkup = context.languageMarkup(story.language)
        let title = words.heads(version.number, story.current.number)
        let headline = languageMarkup.typeset(story.current.headline)
        let act: HTML = "\(context.words.corrections.name(version.act)) · \(context.storyTime(version.createdAt))"
        let layout = Layout(
            context: context, title: "\(title): \(headline)", kind: "version-page", isIndexed: false)
        return layout.html(
            """
            <article\(languageMarkup.direction)>
            <header class="page-head">
            <p class="kicker"><a href="\(Address.story(story.reference))"\(languageMarkup.attributes)>\
            \(headline)</a></p>
            <h1>\(languageMarkup.furniture("\(title)"))</h1>
            <p class="meta">\(languageMarkup.furniture(act))</p>
            \(replaced(words, languageMarkup), if: version.number < story.current.number)</header>
            \(changes(context, languageMarkup))\
            <section class="whole" aria-labelledby="whole">
            <h2 id="whole">\(languageMarkup.furniture("\(words.whole)"))</h2>
            \(whole(context, languageMarkup))</section>
            \(pictures(context, languageMarkup), if: !gallery.isEmpty)\
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

    private func changes(_ context: SiteContext, _ languageMarkup: LanguageMarkup) -> HTML {
        guard let earlier else {
            return "<p class=\"none\">\(languageMarkup.furniture("\(context.words.versions.first)"))</p>\n"
        }
        let texts = [(earlier, earlierGallery), (version, gallery)].map { version, gallery in
            VersionText(
                context: context, languageMarkup: languageMarkup, version: version,
                pictures: placed(gallery, context, languageMarkup))
        }
        return VersionChanges(
            context: context, languageMarkup: languageMarkup, story: story.reference, older: texts[0], newer: texts[1],
            steps: steps
        ).html()
    }

    private func whole(_ context: SiteContext, _ languageMarkup: LanguageMarkup) -> HTML {
        let view = VersionView(
            context: context, languageMarkup: languageMarkup, version: version,
            pictures: placed(gallery, context, languageMarkup),
            cards: StoryCards(context: context, languageMarkup: languageMarkup, cards: cards))
        return """
            <p class="old-headline"\(languageMarkup.attributes)>\(languageMarkup.typeset(version.headline))</p>
            \(view.standfirst)\(view.byline)\(view.revision)\(view.text)\(view.credits)
            """
    }

    private func placed(
        _ gallery: Gallery, _ context: SiteContext, _ languageMarkup: LanguageMarkup
    ) -> PlacedPictures {
        PlacedPictures(
            context: context, languageMarkup: languageMarkup, story: story.reference, gallery: gallery,
            pages: currentGallery)
    }

    private func pictures(_ context: SiteContext, _ languageMarkup: LanguageMarkup) -> HTML {
        let items = gallery.pictures.enumerated().map { item($0 + 1, $1, context, languageMarkup) }
        return """
            <section aria-labelledby="pictures">
            <h2 id="pictures">\(languageMarkup.furniture("\(context.words.versions.allPictures)"))</h2>
            <ul class="picture-list">
            \(items)</ul>
            </section>

            """
    }

    private func item(
        _ place: Int, _ picture: Picture, _ context: SiteContext, _ languageMarkup: LanguageMarkup
    ) -> HTML {
        let small = SmallPicture(
            languageMarkup: languageMarkup, picture: picture,
            unnamed: context.words.pictures.unnamed(place, gallery.count),
            page: currentGallery.place(of: picture.id).map { Address.picture(story.reference, $0) })
        let caption = CaptionView(
            context: context, languageMarkup: languageMarkup, gallery: gallery, place: place, picture: picture)
        return """
            <li>\(small.html())<div>
            \(caption.line)\(caption.source)</div></li>

            """
    }
}
