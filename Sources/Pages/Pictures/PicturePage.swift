package import Markup
package import Newsroom

/// One picture of a gallery at its full size, with all that must be said about it.
package struct PicturePage: Sendable {
    package let story: StoryReference
    package let gallery: Gallery
    /// As readers count: from 1.
    package let place: Int
    package let showsUsageTerms: Bool

    package init(story: StoryReference, gallery: Gallery, place: Int, showsUsageTerms: Bool = false) {
        self.story = story
        self.gallery = gallery
        self.place = place
        self.showsUsageTerms = showsUsageTerms
    }

    package func html(in edition: Edition) -> HTML {
        let words = edition.words.pictures
        let layout = Layout(
            edition: edition, title: words.title(place, gallery.count, story.headline), kind: "picture-page",
            head: head(edition), showsDisclaimer: false)
        guard let picture = gallery.picture(at: place) else { return layout.html("") }
        let tongue = edition.tongue(story.language)
        return layout.html(
            """
            <article\(tongue.direction)>
            <header class="page-head">
            <p class="kicker"><a href="\(Address.story(story))"\(tongue.attributes)>\(story.headline)</a></p>
            <h1>\(tongue.furniture("\(words.place(place, gallery.count))"))</h1>
            \(turns(words, tongue))</header>
            \(figure(picture, edition, tongue))</article>

            """)
    }

    private var previous: SafeURL? { place > 1 ? Address.picture(story, place - 1) : nil }
    private var next: SafeURL? { place < gallery.count ? Address.picture(story, place + 1) : nil }

    private func head(_ edition: Edition) -> HTML {
        """
        \(Head.canonical(edition.absolute(Address.picture(story, place))))\
        \(Head.link("prev", previous))\(Head.link("next", next))
        """
    }

    private func turns(_ words: PictureWords, _ tongue: Tongue) -> HTML {
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

    private func figure(_ picture: Picture, _ edition: Edition, _ tongue: Tongue) -> HTML {
        let words = edition.words.pictures
        let view = PictureView(
            picture: picture, alternative: picture.alternative(otherwise: words.unnamed(place, gallery.count)),
            sizes: "(min-width: 76rem) 72rem, 100vw", isFirst: true)
        let caption = CaptionView(
            edition: edition, tongue: tongue, gallery: gallery, place: place, picture: picture,
            showsUsageTerms: showsUsageTerms, showsProvenance: true)
        return """
            <figure>
            \(view.html() ?? "<p class=\"none\">\(words.missing)</p>\n")\(caption.html())</figure>

            """
    }
}
