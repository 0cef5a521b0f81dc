import Markup
import Newsroom

/// A picture with its renditions, from which the browser picks a format and a width.
struct PictureView {
    let picture: Picture
    /// The text for visitors who do not see the picture.
    let alternative: String
    /// The display width of the picture, as a `sizes` attribute.
    let sizes: StaticString
    /// The part that the place shows. A picture without such a crop shows the full frame.
    var crop = Picture.Crop.original
    /// Whether the picture is at the top of the page and loads immediately, before scripts. Others load lazily.
    var isFirst = false

    /// `nil` if the picture has no file. The attributes have the size of the largest file, which the style
    /// sheet never exceeds. The size that a browser takes from `srcset` is that of the place.
    func html() -> HTML? {
        let jpeg = picture.renditions(as: .jpeg, in: crop)
        let plain = jpeg.isEmpty ? picture.renditions(as: .webp, in: crop) : jpeg
        guard let largest = plain.last, let shown = plain.last(where: { $0.width <= 1_000 }) ?? plain.first else {
            return nil
        }
        let sources = jpeg.isEmpty ? [] : [Rendition.Format.avif, .webp].compactMap(source)
        let sizes = HTML(stringLiteral: sizes)
        // A crop has the shape of its place, so the style sheet cuts nothing from it.
        let cropped: HTML = crop != .original && picture.has(crop) ? " class=\"cropped\"" : ""
        let loading: HTML = isFirst ? " fetchpriority=\"high\"" : " loading=\"lazy\""
        return """
            <picture>\(sources)\
            <img src="\(Address.rendition(shown))" srcset="\(Self.set(plain))" sizes="\(sizes)" \
            width="\(largest.width)" height="\(largest.height)" alt="\(alternative)"\(cropped)\(loading) decoding="async"></picture>
            """
    }

    /// The files of a format that not every browser reads.
    private func source(_ format: Rendition.Format) -> HTML? {
        let files = picture.renditions(as: format, in: crop)
        guard !files.isEmpty else { return nil }
        return """
            <source type="\(format.mediaType)" srcset="\(Self.set(files))" sizes="\(HTML(stringLiteral: sizes))">
            """
    }

    private static func set(_ renditions: [Rendition]) -> HTML {
        renditions.map { "\(Address.rendition($0)) \($0.width)w" as HTML }.joined(separator: ", ")
    }
}

extension Picture {
    /// The alternative text, or else the caption, or else the picture's place in the gallery.
    func alternative(in languageMarkup: LanguageMarkup, otherwise place: String) -> String {
        if !alternativeText.isEmpty { return languageMarkup.typeset(alternativeText) }
        return caption.isEmpty ? place : languageMarkup.typeset(caption.sent.cut(to: 200))
    }
}
