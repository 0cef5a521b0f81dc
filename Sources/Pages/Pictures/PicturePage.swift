package import Markup
package import Newsroom

/// One picture of a gallery at full size, with its caption and provenance.
package struct PicturePage: Sendable {
    package let story: StoryReference
    package let gallery: Gallery
    /// The place in the gallery, counted from 1.
    package let place: Int

    package init(story: StoryReference, gallery: Gallery, place: Int) {
        self.story = story
        self.gallery = gallery
        self.place = place
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.pictures
        let languageMarkup = context.languageMarkup(story.language)
        let headline = languageMarkup.typeset(story.headline)
        let layout = Layout(
            context: context, title: words.title(place, gallery.count, headline), kind: "picture-page",
            head: head(context), showsDisclaimer: false)
        guard let picture = gallery.picture(at: place) else { return layout.html("") }
        return layout.html(
            """
            <article\(languageMarkup.direction)>
            <header class="page-head">
            <p class="kicker"><a href="\(Address.story(story))"\(languageMarkup.attributes)>\(headline)</a></p>
            <h1>\(languageMarkup.furniture("\(words.place(place, gallery.count))"))</h1>
            \(turns(words, languageMarkup), if: gallery.count > 1)</header>
            \(figure(picture, context, languageMarkup))</article>

            """)
    }

    private var previous: SafeURL? { place > 1 ? Address.picture(story, place - 1) : nil }
    private var next: SafeURL? { place < gallery.count ? Address.picture(story, place + 1) : nil }

    private func head(_ context: SiteContext) -> HTML {
        """
        \(openGraph(context).html())\
        \(Head.link("prev", previous))\(Head.link("next", next))
        """
    }

    private func openGraph(_ context: SiteContext) -> OpenGraph {
        let languageMarkup = context.languageMarkup(story.language)
        let headline = languageMarkup.typeset(story.headline)
        let picture = gallery.picture(at: place)
        var page = OpenGraph(
            context: context, kind: .article, title: context.words.pictures.title(place, gallery.count, headline),
            description: picture.map { languageMarkup.typeset($0.caption) } ?? "",
            address: Address.picture(story, place))
        if let picture, let rendition = picture.largestPlain(in: .original) {
            page.picture = (rendition, picture.alternative(in: languageMarkup, otherwise: headline))
        }
        return page
    }

    private func turns(_ words: PictureWords, _ languageMarkup: LanguageMarkup) -> HTML {
        """
        <nav class="gallery-turns" aria-label="\(words.gallery)">
        \(turn("prev", previous, words.previous))\(turn("next", next, words.next))</nav>

        """
    }

    private func turn(_ relation: StaticString, _ address: SafeURL?, _ name: String) -> HTML {
        let relation = HTML(stringLiteral: relation)
        guard let address else { return "<span class=\"\(relation)\" aria-hidden=\"true\">\(name)</span>\n" }
        return "<a class=\"\(relation)\" rel=\"\(relation)\" href=\"\(address)\" data-turns>\(name)</a>\n"
    }

    private func figure(_ picture: Picture, _ context: SiteContext, _ languageMarkup: LanguageMarkup) -> HTML {
        let words = context.words.pictures
        let view = PictureView(
            picture: picture,
            alternative: picture.alternative(in: languageMarkup, otherwise: words.unnamed(place, gallery.count)),
            sizes: "(min-width: 76rem) 72rem, 100vw", isFirst: true)
        let caption = CaptionView(
            context: context, languageMarkup: languageMarkup, gallery: gallery, place: place, picture: picture,
            showsProvenance: true)
        return """
            <figure>
            \(view.html() ?? "<p class=\"none\">\(words.missing)</p>\n")\(caption.html())</figure>

            """
    }
}
