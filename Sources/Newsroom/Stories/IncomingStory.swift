package import Foundation

/// One version of a story as an agency delivers it, read and checked but not yet stored.
package struct IncomingStory: Sendable, Hashable, Codable {
    package enum Status: String, Sendable, Hashable, Codable { case usable, canceled }

    package var guid: String
    /// NewsML-G2 `version`. A higher version replaces the stored one; any other changes nothing.
    package var wireVersion: Int
    package var status: Status
    package var language: Language
    package var firstCreated: Date
    package var versionCreated: Date
    /// The time before which readers must not see the story (NewsML-G2 `embargoed`).
    package var embargoedUntil: Date?
    package var headline: String
    package var standfirst: String?
    package var dateline: Dateline?
    package var byline: String?
    /// See `Version.body`.
    package var body: String
    package var credits: [Credit]
    package var signOff: String?
    package var topics: [Topic]
    /// Whether the agency marks this version as a correction (NewsML-G2 `signal` with `sig:correction`).
    package var isCorrection = false
    package var revision: Revision?

    package init(
        guid: String, wireVersion: Int, status: Status, language: Language, firstCreated: Date, versionCreated: Date,
        embargoedUntil: Date? = nil, headline: String, standfirst: String? = nil, dateline: Dateline? = nil,
        byline: String? = nil, body: String, credits: [Credit] = [], signOff: String? = nil, topics: [Topic] = []
    ) {
        self.guid = guid
        self.wireVersion = wireVersion
        self.status = status
        self.language = language
        self.firstCreated = firstCreated
        self.versionCreated = versionCreated
        self.embargoedUntil = embargoedUntil
        self.headline = headline
        self.standfirst = standfirst
        self.dateline = dateline
        self.byline = byline
        self.body = body
        self.credits = credits
        self.signOff = signOff
        self.topics = topics
    }
}

extension IncomingStory {
    /// The version of the story that this becomes.
    package func version(_ number: Int) -> Version {
        Version(
            number: number, wireVersion: wireVersion, headline: headline, standfirst: standfirst, dateline: dateline,
            byline: byline, body: body, credits: credits, signOff: signOff, createdAt: versionCreated,
            revision: revision, act: number == 1 ? .publication : isCorrection ? .correction : .update)
    }
}

/// A package's statements about its members: which stories belong together, and each story's pictures in
/// order.
package struct IncomingPackage: Sendable, Hashable, Codable {
    package var guid: String
    package var wireVersion: Int
    /// The time before which readers must not learn what belongs together (NewsML-G2 `embargoed`).
    package var embargoedUntil: Date?
    /// The stories by `guid`, the main story first. Each story is related to the others.
    package var stories: [String]
    /// The pictures of each story by `guid`, in the package's order.
    package var galleries: [String: [String]]
    package var topics: [Topic]
    /// Applies to each picture of the package that has no terms itself.
    package var usageTerms: String?

    package init(
        guid: String, wireVersion: Int, embargoedUntil: Date? = nil, stories: [String], galleries: [String: [String]],
        topics: [Topic] = [],
        usageTerms: String? = nil
    ) {
        self.guid = guid
        self.wireVersion = wireVersion
        self.embargoedUntil = embargoedUntil
        self.stories = stories
        self.galleries = galleries
        self.topics = topics
        self.usageTerms = usageTerms
    }
}
