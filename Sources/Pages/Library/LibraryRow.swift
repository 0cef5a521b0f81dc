import Markup
import Newsroom

/// A picture in a list of the library: its small image, its caption, and what is missing.
struct LibraryRow {
    let picture: LibraryPicture
    /// The draft for which somebody chooses pictures.
    var draft: Draft?

    func html(in context: SiteContext) -> HTML {
        let words = context.words.library
        let name = words.picture(Int(picture.id.number))
        let caption = picture.picture.caption.sent.cut(to: 140)
        return """
            <li id="picture-\(picture.id.description)"><a href="\(Address.libraryPicture(picture.id))">\
            \(Self.thumbnail(picture.picture, words))
            <span class="unseen">\(words.open(name))</span></a>
            <p dir="auto">\(caption.isEmpty ? words.noCaption : caption)</p>
            <p class="meta">\(facts(words).joined(separator: " · "))</p>
            \(choice(context.words.gallery))</li>

            """
    }

    /// The button that adds the picture to the draft.
    private func choice(_ words: GalleryWords) -> HTML {
        guard let draft, picture.removal == nil else { return "" }
        if draft.content.gallery.contains(where: { $0.picture == picture.id }) {
            return "<p><strong>\(words.isIn)</strong></p>\n"
        }
        return """
            <form method="post" action="\(Address.draftPicture(picture.id, of: draft.id))">
            <input type="hidden" name="revision" value="\(draft.stamp.revision)">
            <input type="hidden" name="lease" value="\(draft.stamp.lease)">
            <button class="quiet">\(words.add) <span class="unseen">\(picture.id.description)</span></button>
            </form>

            """
    }

    private func facts(_ words: LibraryWords) -> [HTML] {
        var facts: [HTML] = ["<span class=\"number\">\(words.picture(Int(picture.id.number)))</span>"]
        if let credit = picture.picture.provenance.credit { facts.append("<bdi>\(credit)</bdi>") }
        if let removal = picture.removal {
            return facts + ["<strong class=\"withdrawn\">\(removal.isExpiry ? words.ended : words.withdrawn)</strong>"]
        }
        facts.append("\(words.uses(picture.uses))")
        if picture.picture.provenance.isHandout { facts.append("\(words.handout)") }
        if picture.picture.provenance.usageTerms != nil { facts.append("\(words.terms)") }
        return facts
            + Self.gaps(of: picture.picture, words).map { ["<strong>\($0)</strong>"] as [HTML] }.flatMap(\.self)
    }

    /// The gaps before publication, in one phrase; empty if there are none.
    static func gaps(of picture: Picture, _ words: LibraryWords) -> [String] {
        let gaps = PictureTexts(picture).gaps.map(words.gapName)
        return gaps.isEmpty ? [] : [words.missing(gaps.joined(separator: ", "))]
    }

    /// A small image. Its description is beside it, or it is the content of a link that says more.
    static func thumbnail(_ picture: Picture, _ words: LibraryWords) -> HTML {
        let files = picture.renditions(as: .jpeg)
        guard let small = files.first(where: { $0.width >= 320 }) ?? files.last else {
            return "<span class=\"no-picture\" aria-hidden=\"true\"></span>"
        }
        return """
            <img src="\(Address.rendition(small))" width="\(small.width)" height="\(small.height)" \
            alt="\(picture.alternativeText.sent)" loading="lazy" decoding="async">
            """
    }
}

extension LibraryWords {
    /// The description of a picture that stands alone, or else its number.
    func alternative(_ picture: Picture) -> String {
        picture.alternativeText.sent.isEmpty ? self.picture(Int(picture.id.number)) : picture.alternativeText.sent
    }
}
