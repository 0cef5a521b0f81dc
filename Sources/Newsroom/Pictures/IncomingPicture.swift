package import Foundation

/// A picture as an agency delivers it: its texts, its provenance, and the names that its file may have.
package struct IncomingPicture: Sendable, Hashable {
    package var guid: String
    package var wireVersion: Int
    package var isCanceled: Bool
    /// The time before which readers must not see the picture (NewsML-G2 `embargoed`).
    package var embargoedUntil: Date?
    /// The caption without the credit line at its end; see `Provenance.chain`.
    package var caption: String
    package var headline: String?
    /// A description for people who cannot see the picture. If there is none, the headline or the caption is
    /// used.
    package var alternativeText: String?
    package var provenance: Provenance
    /// Names of files with the picture, largest first. Only names: nothing is ever fetched from a URL.
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

/// A picture that the darkroom has processed: its renditions and its embedded metadata.
package struct DevelopedPicture: Sendable, Hashable {
    /// SHA-256 of the original's bytes, in hexadecimal.
    package var digest: String
    package var renditions: [Rendition]
    /// The metadata embedded in the file. It fills gaps in the agency's item.
    package var embedded: EmbeddedMetadata

    package init(digest: String, renditions: [Rendition], embedded: EmbeddedMetadata) {
        self.digest = digest
        self.renditions = renditions
        self.embedded = embedded
    }
}

/// The metadata embedded in a picture's file (IPTC Photo Metadata Standard 2022.1; XMP, IIM and EXIF).
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
