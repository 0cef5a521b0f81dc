package import Foundation

/// A story as a wire delivers it: one version, read and checked, not yet stored.
package struct IncomingStory: Sendable, Hashable {
    package enum Status: Sendable, Hashable { case usable, canceled }

    package var guid: String
    /// NewsML-G2 `version`: a higher one replaces what is there, the same or a lower one changes nothing.
    package var wireVersion: Int
    package var status: Status
    package var language: Language
    package var firstCreated: Date
    package var versionCreated: Date
    /// Not to be shown to readers before this time (NewsML-G2 `embargoed`).
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
    /// Whether the wire says that this version corrects what was wrong (NewsML-G2 `signal` with `sig:correction`).
    package var isCorrection = false

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

/// What a package says of its members: which stories belong together, and the pictures of each in order.
package struct IncomingPackage: Sendable, Hashable {
    package var guid: String
    package var wireVersion: Int
    /// The stories, main one first, by `guid`; each is related to the others.
    package var stories: [String]
    /// The pictures that stand beside each story, in the package's order, by `guid`.
    package var galleries: [String: [String]]
    package var topics: [Topic]
    /// Holds for each picture of the package that has no terms of its own.
    package var usageTerms: String?

    package init(
        guid: String, wireVersion: Int, stories: [String], galleries: [String: [String]], topics: [Topic] = [],
        usageTerms: String? = nil
    ) {
        self.guid = guid
        self.wireVersion = wireVersion
        self.stories = stories
        self.galleries = galleries
        self.topics = topics
        self.usageTerms = usageTerms
    }
}
