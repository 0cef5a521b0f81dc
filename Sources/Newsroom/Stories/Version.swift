package import Foundation

/// One version of a story's text. A version never changes; the next one replaces it.
package struct Version: Sendable, Hashable {
    /// Counts from 1 without gaps within a story.
    package let number: Int
    /// The agency's version number (NewsML-G2 `version`). Agencies skip numbers.
    package let wireVersion: Int?
    package let headline: WireText
    package let standfirst: WireText?
    package let dateline: Dateline?
    /// The author, without the word "By".
    package let byline: WireText?
    /// CommonMark without raw HTML, with the tables, the strikethrough and the footnotes of GitHub Flavored Markdown,
    /// fact boxes and pictures (docs/writing.md).
    /// Crossheads are second-level headings. A section break without a crosshead is a thematic break. A code
    /// block holds a table whose columns are made of spaces.
    package let body: WireText
    package let credits: [Credit]
    /// The text of a sign-off that could not be parsed into credits.
    package let signOff: WireText?
    package let createdAt: Date
    package let revision: Revision?
    package let act: Act
    /// What the act corrects or clarifies, by the newspaper or the agency.
    package let note: WireText?

    package init(
        number: Int, wireVersion: Int? = nil, headline: String, standfirst: String? = nil, dateline: Dateline? = nil,
        byline: String? = nil, body: String, credits: [Credit] = [], signOff: String? = nil, createdAt: Date,
        revision: Revision? = nil, act: Act = .update, note: String? = nil
    ) {
        self.number = number
        self.wireVersion = wireVersion
        self.headline = WireText(headline)
        self.standfirst = standfirst.map { WireText($0) }
        self.dateline = dateline
        self.byline = byline.map { WireText($0) }
        self.body = WireText(body)
        self.credits = credits
        self.signOff = signOff.map { WireText($0) }
        self.createdAt = createdAt
        self.revision = revision
        self.act = act
        self.note = note.map { WireText($0) }
    }
}

/// The texts of a version that readers quote.
package struct StoryText: Sendable, Hashable {
    package let headline: WireText
    package let standfirst: WireText?
    package let body: WireText

    package init(headline: String, standfirst: String?, body: String) {
        self.headline = WireText(headline)
        self.standfirst = standfirst.map { WireText($0) }
        self.body = WireText(body)
    }
}

extension Version {
    package var text: StoryText {
        StoryText(headline: headline.sent, standfirst: standfirst?.sent, body: body.sent)
    }
}
