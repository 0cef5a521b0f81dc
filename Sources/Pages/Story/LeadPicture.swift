import Markup
import Newsroom

/// The first picture of a story, with its caption and links to the other pictures.
struct LeadPicture {
    let context: SiteContext
    let languageMarkup: LanguageMarkup
    let story: StoryReference
    let gallery: Gallery

    private var words: PictureWords { context.words.pictures }

    func html() -> HTML {
        guard let first = gallery.picture(at: 1) else { return "" }
        let caption = CaptionView(
            context: context, languageMarkup: languageMarkup, gallery: gallery, place: 1, picture: first)
        return """
            <div class="lead-picture">
            <figure>
            \(link(to: 1, first, sizes: "(min-width: 76rem) 60rem, 100vw", crop: .lead))\
            \(caption.html())</figure>
            \(others, if: gallery.count > 1)</div>

            """
    }

    private func link(to place: Int, _ picture: Picture, sizes: StaticString, crop: Picture.Crop) -> HTML {
        let unnamed = words.unnamed(place, gallery.count)
        let view = PictureView(
            picture: picture, alternative: picture.alternative(in: languageMarkup, otherwise: unnamed), sizes: sizes,
            crop: crop, isFirst: place == 1)
        return "<a href=\"\(Address.picture(story, place))\">\(view.html() ?? "<span>\(unnamed)</span>")</a>\n"
    }

    private var others: HTML {
        let thumbnails = gallery.pictures.enumerated().dropFirst().prefix(6).map { index, picture in
            "<li>\(link(to: index + 1, picture, sizes: "8rem", crop: .square))</li>\n" as HTML
        }
        return """
            <nav class="gallery" aria-label="\(words.gallery)">
            <ul class="thumbnails">
            \(thumbnails)</ul>
            <p><a href="\(Address.picture(story, 1))">\(languageMarkup.furniture("\(words.all(gallery.count))"))</a></p>
            </nav>

            """
    }
}
