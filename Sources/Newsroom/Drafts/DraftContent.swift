package import struct Foundation.Date

/// Everything that is written about a story before readers see it. It is stored as one JSON object; a new
/// property needs a default value, because older drafts lack it.
package struct DraftContent: Sendable, Hashable {
    package var headline = ""
    package var standfirst = ""
    package var byline = ""
    package var place = ""
    /// The agency in the dateline.
    package var agency = ""
    /// See `Version.body`.
    package var body = ""
    package var credits: [DraftCredit] = []
    /// See `Version.signOff`.
    package var signOff = ""
    package var topics: [String] = []
    package var related: [Int64] = []
    package var gallery: [GalleryEntry] = []
    package var language = ""
    /// When the story appears; `nil` as soon as it is published.
    package var publishAt: Date?
    /// The time before which nobody but staff may learn of the story.
    package var embargoedUntil: Date?
    /// Whether the discussion is closed from the beginning.
    package var isDiscussionClosed = false
    /// The act that publishes changes of a published story, and the note to readers that belongs to it.
    package var act = Version.Act.update
    package var correction = ""
    /// A note for colleagues. It is never published.
    package var note = ""
    /// The version of the published story that this content takes into account.
    package var storyVersion: Int?
    /// The agency's version (NewsML-G2 `version`) that this content contains, if an editor put both together.
    package var agencyVersion: Int?

    package init() {}

    /// The earliest moment at which readers may see the story.
    package var appearsAt: Date? { [publishAt, embargoedUntil].compactMap(\.self).max() }
}

/// A credit as it is written: `Reporting: Ada Example (Porto) <ada@example.org>`.
package struct DraftCredit: Sendable, Hashable, Codable {
    package var role: String
    package var person: String
    package var place: String?
    /// The e-mail address of the member of staff whose credit it is.
    package var email: String?

    package init(role: String, person: String, place: String? = nil, email: String? = nil) {
        self.role = role
        self.person = person
        self.place = place
        self.email = email
    }
}

extension DraftContent: Codable {
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        func read<T: Decodable>(_ key: CodingKeys, or standard: T) throws -> T {
            try values.decodeIfPresent(T.self, forKey: key) ?? standard
        }
        headline = try read(.headline, or: "")
        standfirst = try read(.standfirst, or: "")
        byline = try read(.byline, or: "")
        place = try read(.place, or: "")
        agency = try read(.agency, or: "")
        body = try read(.body, or: "")
        credits = try read(.credits, or: [])
        signOff = try read(.signOff, or: "")
        topics = try read(.topics, or: [])
        related = try read(.related, or: [])
        gallery = try read(.gallery, or: [])
        language = try read(.language, or: "")
        publishAt = try values.decodeIfPresent(Date.self, forKey: .publishAt)
        embargoedUntil = try values.decodeIfPresent(Date.self, forKey: .embargoedUntil)
        isDiscussionClosed = try read(.isDiscussionClosed, or: false)
        act = try read(.act, or: .update)
        correction = try read(.correction, or: "")
        note = try read(.note, or: "")
        storyVersion = try values.decodeIfPresent(Int.self, forKey: .storyVersion)
        agencyVersion = try values.decodeIfPresent(Int.self, forKey: .agencyVersion)
    }
}
