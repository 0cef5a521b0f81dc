package import Foundation

/// A picture in the desk's library, with the facts that only staff see.
package struct LibraryPicture: Sendable, Hashable {
    package let picture: Picture
    /// Counts the changes of its texts, its file and its state. A write names the revision that it started from.
    package let revision: Int64
    package let addedAt: Date
    /// The member of staff who uploaded it; `nil` if an agency sent it.
    package let addedBy: DraftPerson?
    /// The name of the original in the picture store; `nil` if it was not kept.
    package let original: String?
    /// Whether the original has Content Credentials (C2PA). Nobody has verified them.
    package let hasCredentials: Bool
    /// The terms that count, and who has confirmed them; `nil` if nobody has.
    package let terms: PictureTerms
    package let termsConfirmation: Confirmation?
    package let framing: Framing
    package let removal: PictureRemoval?
    /// How many stories show it. Drafts do not count.
    package let uses: Int

    package init(
        picture: Picture, revision: Int64, addedAt: Date, addedBy: DraftPerson?, original: String?,
        hasCredentials: Bool, framing: Framing, terms: PictureTerms = PictureTerms(),
        termsConfirmation: Confirmation? = nil, removal: PictureRemoval?, uses: Int
    ) {
        self.picture = picture
        self.revision = revision
        self.addedAt = addedAt
        self.addedBy = addedBy
        self.original = original
        self.hasCredentials = hasCredentials
        self.terms = terms
        self.termsConfirmation = termsConfirmation
        self.framing = framing
        self.removal = removal
        self.uses = uses
    }

    package var id: Picture.ID { picture.id }

    /// A member of staff has looked at something.
    package struct Confirmation: Sendable, Hashable {
        package let by: String
        package let at: Date

        package init(by name: String, at time: Date) {
            by = name
            at = time
        }
    }

    /// The size of the largest file with the full frame; `nil` if there is none.
    package var frame: PixelSize? {
        picture.renditions(as: .jpeg).last.map { PixelSize(width: $0.width, height: $0.height) }
    }
}

/// The record of a picture that readers may no longer see.
package struct PictureRemoval: Sendable, Hashable {
    package let at: Date
    /// The name of the member of staff; `nil` if the agency canceled the picture, or if its terms ended.
    package let by: String?
    package let reason: String

    /// The reason of a removal because the usage terms ended.
    package static let expired = "expired"
    package var isExpiry: Bool { by == nil && reason == Self.expired }

    package static let reasonRule = TextRule(.decisionReason, field: "reason", minimum: 1, maximum: 500)

    package init(at time: Date, by name: String?, reason: String) {
        at = time
        by = name
        self.reason = reason
    }
}

/// The filter of the library.
package struct PictureFilter: Sendable, Hashable {
    package enum Use: String, Sendable, CaseIterable { case used, unused, removed }

    /// Words of the texts, of the credit or of the names.
    package var text: String
    /// Words of the credit, the creator or the source.
    package var credit: String
    /// The first moment of the first day, and the first moment after the last day.
    package var from: Date?
    package var until: Date?
    package var use: Use?

    package init(text: String = "", credit: String = "", from: Date? = nil, until: Date? = nil, use: Use? = nil) {
        self.text = text
        self.credit = credit
        self.from = from
        self.until = until
        self.use = use
    }
}
