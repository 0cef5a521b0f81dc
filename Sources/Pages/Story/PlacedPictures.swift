import Markup
import Newsroom

/// The pictures that the text of a story places with `![caption](picture:12)`. Readers see only those in the
/// story's gallery, so they see no canceled picture.
struct PlacedPictures {
    let context: SiteContext
    let languageMarkup: LanguageMarkup
    /// `nil` for a draft, whose pictures have no pages yet.
    let story: StoryReference?
    let gallery: Gallery
    /// The pictures that have pages, if those are other ones than the gallery's.
    var pages: Gallery?

    /// Whether readers see a picture: it is in the gallery and has a file.
    func shows(_ number: Int64) -> Bool {
        gallery.place(of: Picture.ID(number)).flatMap(gallery.picture(at:))?.renditions.isEmpty == false
    }

    /// The picture with a link to its page; `nil` if readers do not see it.
    func figure(_ number: Int64) -> StoryFigure? {
        guard let place = gallery.place(of: Picture.ID(number)), let picture = gallery.picture(at: place) else {
            return nil
        }
        let unnamed = context.words.pictures.unnamed(place, gallery.count)
        let view = PictureView(
            picture: picture, alternative: picture.alternative(in: languageMarkup, otherwise: unnamed),
            sizes: "(min-width: 44rem) 40rem, 100vw")
        let caption = CaptionView(
            context: context, languageMarkup: languageMarkup, gallery: gallery, place: place, picture: picture)
        return view.html().map { image in
            let page = (pages ?? gallery).place(of: picture.id)
            let shown: HTML =
                if let story, let page { "<a href=\"\(Address.picture(story, page))\">\(image)</a>" } else { image }
            return StoryFigure(
                beginning: "<figure>\n\(shown)\n<figcaption>\n",
                caption: "\(languageMarkup.typeset(picture.caption))",
                end: "\(caption.source)</figcaption>\n</figure>\n")
        }
    }
}
