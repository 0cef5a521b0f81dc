import Markup
import Newsroom

/// The words below a picture: its place in the gallery, its caption, its credit.
struct CaptionView {
    let edition: Edition
    let tongue: Tongue
    let gallery: Gallery
    let place: Int
    let picture: Picture
    /// Usage terms are for those who publish pictures, never for readers.
    let showsUsageTerms: Bool

    private var words: PictureWords { edition.words.pictures }

    func html() -> HTML {
        """
        <figcaption>
        <p class="caption">\(placeMark)\(caption)</p>
        \(credit)\(terms)</figcaption>

        """
    }

    private var placeMark: HTML {
        let mark = tongue.furniture("\(words.place(place, gallery.count)).")
        return "<span class=\"place\">\(mark)</span> "
    }

    private var caption: HTML { "<span\(tongue.attributes)>\(picture.caption)</span>" }

    private var credit: HTML {
        guard let credit = picture.provenance.credit else { return "" }
        return "<p class=\"credit\">\(tongue.furniture("\(words.credit) <bdi>\(credit)</bdi>"))</p>\n"
    }

    private var terms: HTML {
        guard showsUsageTerms, let terms = picture.provenance.usageTerms else { return "" }
        return "<p class=\"terms\">\(tongue.furniture("\(words.usageTerms) <bdi>\(terms)</bdi>"))</p>\n"
    }
}
