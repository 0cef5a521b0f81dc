import Markup
import Newsroom

/// A picture in its renditions: the browser takes the format and the width that suit it.
struct PictureView {
    let picture: Picture
    /// What stands for the picture where it is not seen.
    let alternative: String
    /// How wide the picture will stand, as the `sizes` attribute says it.
    let sizes: StaticString
    /// A picture at the top of a page is loaded at once, others when they come near.
    var isFirst = false

    /// `nil` where the picture has no file.
    func html() -> HTML? {
        let jpeg = picture.renditions(as: .jpeg)
        let webp = picture.renditions(as: .webp)
        let plain = jpeg.isEmpty ? webp : jpeg
        guard let shown = plain.last(where: { $0.width <= 1_000 }) ?? plain.first else { return nil }
        let sizes = HTML(stringLiteral: sizes)
        let loading: HTML = isFirst ? "fetchpriority=\"high\"" : "loading=\"lazy\""
        let source: HTML =
            "<source type=\"image/webp\" srcset=\"\(Self.set(webp))\" sizes=\"\(sizes)\">"
        return """
            <picture>\(source, if: !webp.isEmpty && !jpeg.isEmpty)\
            <img src="\(Address.rendition(shown))" srcset="\(Self.set(plain))" sizes="\(sizes)" \
            width="\(shown.width)" height="\(shown.height)" alt="\(alternative)" \(loading) decoding="async"></picture>
            """
    }

    private static func set(_ renditions: [Rendition]) -> HTML {
        renditions.map { "\(Address.rendition($0)) \($0.width)w" as HTML }.joined(separator: ", ")
    }
}

extension Picture {
    /// The alternative text, or the caption where there is none, or the picture's place in the gallery.
    func alternative(otherwise place: String) -> String {
        if !alternativeText.isEmpty { return alternativeText }
        return caption.isEmpty ? place : caption.cut(to: 200)
    }
}
