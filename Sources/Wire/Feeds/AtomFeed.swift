package import Markup
import Newsroom

/// The edition as an Atom feed (RFC 4287).
package enum AtomFeed {
    package static let mediaType = "application/atom+xml; charset=utf-8"

    package static func document(_ edition: FeedEdition) -> HTML {
        """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(edition.language.tag)">
        <id>\(edition.address)</id>
        <title type="text">\(edition.title)</title>
        \(edition.subtitle.map(subtitle))<updated>\(edition.updated.rfc3339)</updated>
        <link rel="self" type="application/atom+xml" href="\(edition.address)"/>
        <link rel="alternate" type="text/html" href="\(edition.home)"/>
        <author><name>\(edition.title)</name></author>
        \(edition.entries.map { entry($0, of: edition) })</feed>

        """
    }

    private static func subtitle(_ text: String) -> HTML { "<subtitle type=\"text\">\(text)</subtitle>\n" }

    private static func authors(of entry: FeedEdition.Entry, in edition: FeedEdition) -> HTML {
        let names = entry.byline.map { Byline.authors(in: $0).map(\.name) } ?? [edition.title]
        return names.map { "<author><name>\($0)</name></author>" as HTML }.joined(separator: "\n")
    }

    private static func entry(_ entry: FeedEdition.Entry, of edition: FeedEdition) -> HTML {
        """
        <entry xml:lang="\(entry.story.language.tag)">
        <id>\(entry.id)</id>
        <title type="text">\(entry.headline)</title>
        <link rel="alternate" type="text/html" href="\(entry.url)"/>
        <published>\(entry.story.publishedAt.rfc3339)</published>
        <updated>\(entry.story.distinctUpdate)</updated>
        \(authors(of: entry, in: edition))
        <summary type="text">\(entry.summary)</summary>
        </entry>

        """
    }
}
