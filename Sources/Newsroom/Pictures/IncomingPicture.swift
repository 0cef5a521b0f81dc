package import Foundation

/// A picture as an agency delivers it: its texts, its provenance, and the names that its file may have.
package struct IncomingPicture: Sendable, Hashable, Codable {
    package var guid: String
    package var wireVersion: Int
    package var isCanceled: Bool
    /// The time before which readers must not see the picture (NewsML-G2 `embargoed`).
    package var embargoedUntil: Date?
    /// The language of the texts, if the agency states it. The darkroom prefers it where a file's metadata has
    /// the same text in several languages.
    package var language: Language?
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
        guid: String, wireVersion: Int, isCanceled: Bool = false, embargoedUntil: Date? = nil,
        language: Language? = nil, caption: String, headline: String? = nil, alternativeText: String? = nil,
        provenance: Provenance, fileNames: [String]
    ) {
        self.guid = guid
        self.wireVersion = wireVersion
        self.isCanceled = isCanceled
        self.embargoedUntil = embargoedUntil
        self.language = language
        self.caption = caption
        self.headline = headline
        self.alternativeText = alternativeText
        self.provenance = provenance
        self.fileNames = fileNames
    }
}

/// A picture that the darkroom has processed, with its renditions.
package struct DevelopedPicture: Sendable, Hashable, Codable {
    /// The agency's picture. The metadata in its file has filled its gaps.
    package var picture: IncomingPicture
    /// SHA-256 of the original's bytes, in hexadecimal.
    package var digest: String
    /// The files. They carry the credit and the caption of `picture`.
    package var renditions: [Rendition]
    /// The name of the original in the picture store; `nil` if it was not kept.
    package var original: String?
    /// Whether the original has Content Credentials (C2PA); `nil` if nobody has looked.
    package var hasCredentials: Bool?
    /// The framing with which the files were made; `nil` if staff have set none.
    package var framing: Framing?

    package init(
        _ picture: IncomingPicture, digest: String, renditions: [Rendition], original: String? = nil,
        hasCredentials: Bool? = nil, framing: Framing? = nil
    ) {
        self.picture = picture
        self.digest = digest
        self.renditions = renditions
        self.original = original
        self.hasCredentials = hasCredentials
        self.framing = framing
    }
}
