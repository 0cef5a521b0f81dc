import Markup
import Newsroom

/// The words below a picture: its place in the gallery, its caption, its credit.
struct CaptionView {
    let context: SiteContext
    let languageMarkup: LanguageMarkup
    let gallery: Gallery
    let place: Int
    let picture: Picture
    var showsProvenance = false

    private var words: PictureWords { context.words.pictures }

    func html() -> HTML {
        """
        <figcaption>
        <p class="caption">\(placeMark)\(caption)</p>
        \(credit)\(provenance, if: showsProvenance)\(terms)</figcaption>

        """
    }

    private var placeMark: HTML {
        let mark = languageMarkup.furniture("\(words.place(place, gallery.count)).")
        return "<span class=\"place\">\(mark)</span> "
    }

    private var caption: HTML { "<span\(languageMarkup.attributes)>\(picture.caption)</span>" }

    private var credit: HTML {
        guard let credit = picture.provenance.credit else { return "" }
        return "<p class=\"credit\">\(languageMarkup.furniture("\(words.credit) <bdi>\(credit)</bdi>"))</p>\n"
    }

    /// Who made the picture, who released it, and through whose hands it came.
    private var provenance: HTML {
        let from = picture.provenance
        let handout = from.isHandout ? from.releasedBy.map(words.handoutBy) ?? words.handout : nil
        let parts = [
            from.creator.map(words.madeBy), handout, from.via.map(words.via),
            (from.copyrightNotice ?? from.copyrightHolder).map(words.rights),
        ]
        let line = parts.compactMap(\.self).map { "<bdi>\($0)</bdi>" as HTML }.joined(separator: "; ")
        return line.isEmpty ? "" : "<p class=\"credit provenance\">\(languageMarkup.furniture(line))</p>\n"
    }

    /// Usage terms are for those who publish pictures, never for readers.
    private var terms: HTML {
        guard let terms = picture.provenance.usageTerms else { return "" }
        return PageSlot.staff.html(
            "<p class=\"terms\">\(languageMarkup.furniture("\(words.usageTerms) <bdi>\(terms)</bdi>"))</p>\n")
    }
}

extension Provenance {
    /// Who handed the picture out: the name before the word in the chain.
    fileprivate var releasedBy: String? {
        guard let last = chain.last, last.lowercased() == "handout" else { return nil }
        return chain.dropLast().last
    }
}
