package import Foundation

/// One state of a story's words. A version is never changed; the next one takes its place.
package struct Version: Sendable, Hashable {
    /// From 1, without gaps, per story.
    package let number: Int
    /// The version that the wire counted (NewsML-G2 `version`); wires skip numbers.
    package let wireVersion: Int?
    package let headline: String
    package let standfirst: String?
    package let dateline: Dateline?
    /// Who wrote it, without the word "By".
    package let byline: String?
    /// CommonMark without raw HTML. Crossheads are second-level headings; a section break without one is a thematic break.
    package let body: String
    package let credits: [Credit]
    /// A sign-off that could not be taken apart into credits, as it came.
    package let signOff: String?
    package let createdAt: Date

    package init(
        number: Int, wireVersion: Int? = nil, headline: String, standfirst: String? = nil, dateline: Dateline? = nil,
        byline: String? = nil, body: String, credits: [Credit] = [], signOff: String? = nil, createdAt: Date
    ) {
        self.number = number
        self.wireVersion = wireVersion
        self.headline = headline
        self.standfirst = standfirst
        self.dateline = dateline
        self.byline = byline
        self.body = body
        self.credits = credits
        self.signOff = signOff
        self.createdAt = createdAt
    }
}
