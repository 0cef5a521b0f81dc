import Markup
import Newsroom

/// The text below a picture: its place in the gallery, its caption and its credit.
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
        \(line)\(source)</figcaption>

        """
    }

    /// The place and the caption.
    var line: HTML { "<p class=\"caption\">\(placeMark)\(caption)</p>\n" }

    /// The lines below the caption: the credit and the terms of use.
    var source: HTML { "\(credit)\(provenance, if: showsProvenance)\(terms)" }

    /// A number would mean nothing for a single picture.
    private var placeMark: HTML {
        guard gallery.count > 1 else { return "" }
        let mark = languageMarkup.furniture("\(words.place(place, gallery.count)).")
        return "<span class=\"place\">\(mark)</span> "
    }

    private var caption: HTML { "<span\(languageMarkup.attributes)>\(languageMarkup.typeset(picture.caption))</span>" }

    var credit: HTML {
        guard let credit = picture.provenance.credit.map(languageMarkup.typeset) else { return "" }
        return "<p class=\"credit\">\(languageMarkup.furniture("\(words.credit) <bdi>\(credit)</bdi>\(handout)"))</p>\n"
    }

    /// Labels a handout whose credit does not say so. The line of provenance has a label of its own.
    private var handout: HTML {
        let isSaid = picture.provenance.credit?.lowercased().contains("handout") ?? false
        return picture.provenance.isHandout && !isSaid && !showsProvenance ? " · \(words.handout)" : ""
    }

    /// The line of provenance: the creator, the source of a handout, the agency that passed the picture on,
    /// and the copyright.
    private var provenance: HTML {
        let from = picture.provenance
        let handout = from.isHandout ? from.releasedBy.map(words.handoutBy) ?? words.handout : nil
        let parts = [
            from.creator.map(words.madeBy), handout, from.via.map(words.via),
            (from.copyrightNotice ?? from.copyrightHolder).map(words.rights),
        ]
        let line = parts.compactMap { $0.map(languageMarkup.typeset) }.map { "<bdi>\($0)</bdi>" as HTML }
            .joined(separator: "; ")
        return line.isEmpty ? "" : "<p class=\"credit provenance\">\(languageMarkup.furniture(line))</p>\n"
    }

    /// The usage terms, which only staff members see.
    private var terms: HTML {
        guard let terms = picture.provenance.usageTerms else { return "" }
        return PageSlot.staff.html(
            "<p class=\"terms\">\(languageMarkup.furniture("\(words.usageTerms) <bdi>\(terms)</bdi>"))</p>\n")
    }
}

extension Provenance {
    /// The source of a handout: the name before the word "handout" in the chain.
    fileprivate var releasedBy: String? {
        guard let last = chain.last, last.lowercased() == "handout" else { return nil }
        return chain.dropLast().last
    }
}
