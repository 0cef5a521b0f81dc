/// The texts of a picture as staff read and write them, in the library and in its form. An empty text is missing.
package struct PictureTexts: Sendable, Hashable {
    package var caption = ""
    /// A description for people who cannot see the picture.
    package var alternativeText = ""
    package var creator = ""
    /// See `Provenance.credit`.
    package var credit = ""
    /// IPTC Source: the owner of the copyright, or the party that provided the picture.
    package var source = ""
    package var copyright = ""
    package var usageTerms = ""

    package init() {}

    /// As long as a text from an agency or in a file may be, so that staff can save what arrived.
    private static let (longestText, longestLine) = (10_000, 5_000)

    package static let captionRule = TextRule(.caption, field: "caption", maximum: longestText, multiline: true)
    private static let alternativeRule = TextRule(
        .alternativeText, field: "alternative-text", maximum: longestText, multiline: true)
    private static let creatorRule = TextRule(.credit, field: "creator", maximum: longestLine)
    private static let creditRule = TextRule(.credit, field: "credit", maximum: longestLine)
    private static let sourceRule = TextRule(.credit, field: "source", maximum: longestLine)
    private static let copyrightRule = TextRule(.copyright, field: "copyright", maximum: longestText, multiline: true)
    private static let termsRule = TextRule(.usageTerms, field: "usage-terms", maximum: longestText, multiline: true)

    /// Returns the texts as they are stored. Refuses with `invalid`, and names the field, a text that is too long or
    /// unprintable. All of them may be missing, because others complete them later.
    package func accepted() throws(Refusal) -> PictureTexts {
        var texts = PictureTexts()
        texts.caption = try Self.captionRule.accept(caption)
        texts.alternativeText = try Self.alternativeRule.accept(alternativeText)
        texts.creator = try Self.creatorRule.accept(creator)
        texts.credit = try Self.creditRule.accept(credit)
        texts.source = try Self.sourceRule.accept(source)
        texts.copyright = try Self.copyrightRule.accept(copyright)
        texts.usageTerms = try Self.termsRule.accept(usageTerms)
        return texts
    }

    /// The text of a field of the form.
    package subscript(field name: String) -> String {
        switch name {
        case "caption": caption
        case "alternative-text": alternativeText
        case "creator": creator
        case "credit": credit
        case "source": source
        case "copyright": copyright
        default: usageTerms
        }
    }

    /// The checks before publication that this picture would not pass.
    package var gaps: [PublicationCheck] {
        let missing: [(Bool, PublicationCheck)] = [
            (alternativeText.isEmpty, .pictureWithoutDescription), (caption.isEmpty, .pictureWithoutCaption),
            (credit.isEmpty && creator.isEmpty, .pictureWithoutCredit),
        ]
        return missing.filter(\.0).map(\.1)
    }
}

extension PictureTexts {
    /// The texts of a stored picture.
    package init(_ picture: Picture) {
        caption = picture.caption.sent
        alternativeText = picture.alternativeText.sent
        let provenance = picture.provenance
        creator = provenance.creator ?? ""
        credit = provenance.credit.flatMap { $0 == provenance.creator ? nil : $0 } ?? ""
        source = provenance.source ?? ""
        copyright = provenance.copyrightNotice ?? provenance.copyrightHolder ?? ""
        usageTerms = provenance.usageTerms ?? ""
    }

    /// These texts in place of those of a picture. The origin that an agency names stays while the credit stays.
    package func provenance(replacing old: Provenance) -> Provenance {
        var new = Provenance(creditLine: credit)
        if credit == old.credit { (new.chain, new.via, new.isHandout) = (old.chain, old.via, old.isHandout) }
        new.creator = creator.isEmpty ? nil : creator
        new.source = source.isEmpty ? nil : source
        if copyright == old.copyrightNotice ?? old.copyrightHolder ?? "" {
            (new.copyrightNotice, new.copyrightHolder) = (old.copyrightNotice, old.copyrightHolder)
        } else {
            new.copyrightNotice = copyright.isEmpty ? nil : copyright
        }
        new.usageTerms = usageTerms.isEmpty ? nil : usageTerms
        return new
    }
}
