package import Foundation

/// A picture as a wire delivers it: its words and where it came from, and the names under which its file may lie beside it.
package struct IncomingPicture: Sendable, Hashable {
    package var guid: String
    package var wireVersion: Int
    package var isCanceled: Bool
    /// Not to be shown to readers before this time (NewsML-G2 `embargoed`).
    package var embargoedUntil: Date?
    /// Without the chain of hands at its end; see `Provenance.chain`.
    package var caption: String
    package var headline: String?
    /// What it shows, for those who do not see it; the headline or the caption stands in.
    package var alternativeText: String?
    package var provenance: Provenance
    /// Names of files that hold it, the largest first. Only names: nothing is ever fetched from an address.
    package var fileNames: [String]

    package init(
        guid: String, wireVersion: Int, isCanceled: Bool = false, embargoedUntil: Date? = nil, caption: String,
        headline: String? = nil, alternativeText: String? = nil, provenance: Provenance, fileNames: [String]
    ) {
        self.guid = guid
        self.wireVersion = wireVersion
        self.isCanceled = isCanceled
        self.embargoedUntil = embargoedUntil
        self.caption = caption
        self.headline = headline
        self.alternativeText = alternativeText
        self.provenance = provenance
        self.fileNames = fileNames
    }
}

/// A picture that has been through the darkroom: its renditions, and what its file said of itself.
package struct DevelopedPicture: Sendable, Hashable {
    /// SHA-256 of the original's bytes, in hexadecimal.
    package var digest: String
    package var renditions: [Rendition]
    /// IPTC and XMP fields embedded in the file; fill what the item lacks.
    package var embedded: EmbeddedMetadata

    package init(digest: String, renditions: [Rendition], embedded: EmbeddedMetadata) {
        self.digest = digest
        self.renditions = renditions
        self.embedded = embedded
    }
}

/// What a picture's file says of itself (IPTC Photo Metadata Standard 2022.1; IIM and XMP).
package struct EmbeddedMetadata: Sendable, Hashable {
    package var headline: String?
    package var caption: String?
    package var alternativeText: String?
    package var creator: String?
    package var creditLine: String?
    package var copyrightNotice: String?
    package var usageTerms: String?

    package init(
        headline: String? = nil, caption: String? = nil, alternativeText: String? = nil, creator: String? = nil,
        creditLine: String? = nil, copyrightNotice: String? = nil, usageTerms: String? = nil
    ) {
        self.headline = headline
        self.caption = caption
        self.alternativeText = alternativeText
        self.creator = creator
        self.creditLine = creditLine
        self.copyrightNotice = copyrightNotice
        self.usageTerms = usageTerms
    }
}
