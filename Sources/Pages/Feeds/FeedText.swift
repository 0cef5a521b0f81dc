package import Markup
package import Newsroom

/// The text of a story for feed readers: the first picture, the text with its pictures, the other pictures, and the
/// credits. All addresses are absolute.
package struct FeedText: Sendable {
    package let story: Story
    package let gallery: Gallery

    /// The widest picture that a feed shows, in pixels.
    private static let mostWidth = 1_100

    package init(story: Story, gallery: Gallery) {
        self.story = story
        self.gallery = gallery
    }

    package func html(in context: SiteContext) -> HTML {
        let languageMarkup = context.languageMarkup(story.language)
        let version = VersionView(context: context, languageMarkup: languageMarkup, version: story.current)
        let text = version.text(
            figure: { number in
                gallery.place(of: Picture.ID(number)).flatMap { figure($0, context, languageMarkup) }
            }, page: context.absolute(Address.story(story.reference)))
        let (first, others) = (places.prefix { $0 == 1 }, places.drop { $0 == 1 })
        let figures = { (places: ArraySlice<Int>) in
            places.compactMap { place in
                figure(place, context, languageMarkup).map { "\($0.beginning)<p>\($0.caption)</p>\n\($0.end)" as HTML }
            }
        }
        return "\(version.revision)\(figures(first))\(text)\(figures(others))\(version.credits)"
    }

    /// The file that stands for the story in lists of feed readers.
    package var picture: Rendition? { gallery.picture(at: 1).flatMap(Self.file) }

    /// The places in the gallery of the pictures that the text does not show.
    private var places: [Int] {
        let body = story.current.body.sent
        let shown = Markdown.mayPlacePictures(body) ? Set(Markdown(body).placedPictures) : []
        return gallery.pictures.indices.filter { !shown.contains(gallery.pictures[$0].id.number) }.map { $0 + 1 }
    }

    private func figure(_ place: Int, _ context: SiteContext, _ languageMarkup: LanguageMarkup) -> StoryFigure? {
        guard let picture = gallery.picture(at: place), let file = Self.file(of: picture) else { return nil }
        let alternative = picture.alternative(
            in: languageMarkup, otherwise: context.words.pictures.unnamed(place, gallery.count))
        let caption = CaptionView(
            context: context, languageMarkup: languageMarkup, gallery: gallery, place: place, picture: picture)
        return StoryFigure(
            beginning: """
                <figure>
                <img src="\(context.absolute(Address.rendition(file)))" width="\(file.width)" height="\(file.height)" \
                alt="\(alternative)">
                <figcaption>

                """,
            caption: "\(languageMarkup.typeset(picture.caption))", end: "\(caption.credit)</figcaption>\n</figure>\n")
    }

    private static func file(of picture: Picture) -> Rendition? {
        let files = picture.renditions(as: .jpeg)
        return files.last { $0.width <= mostWidth } ?? files.first
    }
}
