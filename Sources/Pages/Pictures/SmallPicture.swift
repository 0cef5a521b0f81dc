import Markup
import Newsroom

/// A picture in a list, beside its texts.
struct SmallPicture {
    let languageMarkup: LanguageMarkup
    let picture: Picture
    /// The text for visitors who do not see a picture without description and caption.
    let unnamed: String
    /// The page of the picture, if it has one.
    var page: SafeURL?

    /// Without a file, its place stays empty.
    func html() -> HTML {
        let view = PictureView(
            picture: picture, alternative: picture.alternative(in: languageMarkup, otherwise: unnamed), sizes: "6rem",
            crop: .square)
        guard let image = view.html() else { return "<span class=\"small-picture\"></span>" }
        guard let page else { return "<span class=\"small-picture\">\(image)</span>" }
        return "<a class=\"small-picture\" href=\"\(page)\">\(image)</a>"
    }
}
