/// The metadata embedded in a picture's file (IPTC Photo Metadata Standard 2022.1; XMP, IIM and EXIF).
package struct EmbeddedMetadata: Sendable, Hashable {
    package var headline: String?
    package var caption: String?
    package var alternativeText: String?
    package var creator: String?
    package var creditLine: String?
    package var source: String?
    package var copyrightNotice: String?
    package var copyrightHolder: String?
    package var usageTerms: String?

    package init(
        headline: String? = nil, caption: String? = nil, alternativeText: String? = nil, creator: String? = nil,
        creditLine: String? = nil, source: String? = nil, copyrightNotice: String? = nil,
        copyrightHolder: String? = nil,
        usageTerms: String? = nil
    ) {
        self.headline = headline
        self.caption = caption
        self.alternativeText = alternativeText
        self.creator = creator
        self.creditLine = creditLine
        self.source = source
        self.copyrightNotice = copyrightNotice
        self.copyrightHolder = copyrightHolder
        self.usageTerms = usageTerms
    }
}

extension IncomingPicture {
    /// The picture with its missing fields filled from its file.
    package func completed(by embedded: EmbeddedMetadata) -> IncomingPicture {
        var picture = self
        if picture.caption.isEmpty { picture.caption = embedded.caption ?? embedded.headline ?? "" }
        picture.headline = picture.headline ?? embedded.headline
        picture.alternativeText = picture.alternativeText ?? embedded.alternativeText
        picture.provenance.creator = picture.provenance.creator ?? embedded.creator
        picture.provenance.creditLine = picture.provenance.creditLine ?? embedded.creditLine
        picture.provenance.source = picture.provenance.source ?? embedded.source
        // The holder that the file names may contradict the item's notice.
        if picture.provenance.copyrightNotice == nil {
            picture.provenance.copyrightHolder = picture.provenance.copyrightHolder ?? embedded.copyrightHolder
            picture.provenance.copyrightNotice = embedded.copyrightNotice
        }
        picture.provenance.usageTerms = picture.provenance.usageTerms ?? embedded.usageTerms
        return picture
    }
}
