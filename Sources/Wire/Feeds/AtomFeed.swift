package import Markup
import Newsroom

/// The edition as an Atom feed (RFC 4287), with threads (RFC 4685) and pictures (Media RSS 1.5).
package enum AtomFeed {
    package static let mediaType = "application/atom+xml; charset=utf-8"

    package static func document(_ edition: FeedEdition) -> HTML {
        """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" \
        xmlns:media="http://search.yahoo.com/mrss/" xml:lang="\(edition.language.tag)">
        <id>\(edition.address)</id>
        <title type="text">\(edition.title)</title>
        \(edition.subtitle.map(subtitle))<updated>\(edition.updated)</updated>
        <link rel="self" type="application/atom+xml" href="\(edition.address)"/>
        <link rel="alternate" type="text/html" href="\(edition.home)"/>
        <icon>\(edition.icon)</icon>
        \(author(edition.publisher))\(edition.entries.map { entry($0, of: edition) })</feed>

        """
    }

    private static func subtitle(_ text: String) -> HTML { "<subtitle type=\"text\">\(text)</subtitle>\n" }

    private static func author(_ name: String) -> HTML { "<author><name>\(name)</name></author>\n" }

    private static func entry(_ entry: FeedEdition.Entry, of edition: FeedEdition) -> HTML {
        let authors = entry.authors.isEmpty ? [edition.publisher] : entry.authors
        return """
            <entry xml:lang="\(entry.language.tag)">
            <id>\(entry.id)</id>
            <title type="text">\(entry.title)</title>
            <link rel="alternate" type="text/html" href="\(entry.url)"/>
            \(entry.replies.map(replies))\(entry.parent.map(parent))<published>\(entry.published.rfc3339)</published>
            <updated>\(entry.distinctUpdate)</updated>
            \(authors.map(author))\(entry.topics.map(category))<summary type="text">\(entry.summary)</summary>
            \(entry.content.map(content))\(entry.picture.map(picture))</entry>

            """
    }

    private static func replies(_ address: SafeURL) -> HTML {
        "<link rel=\"replies\" type=\"application/atom+xml\" href=\"\(address)\"/>\n"
    }

    private static func parent(_ parent: FeedEdition.Reference) -> HTML {
        "<thr:in-reply-to ref=\"\(parent.id)\" type=\"text/html\" href=\"\(parent.url)\"/>\n"
    }

    private static func category(_ topic: Topic) -> HTML {
        "<category term=\"\(topic.slug.text)\" label=\"\(topic.name)\"/>\n"
    }

    private static func content(_ markup: HTML) -> HTML { "<content type=\"html\">\(markup.string)</content>\n" }

    private static func picture(_ picture: FeedEdition.Picture) -> HTML {
        let file = picture.rendition
        return """
            <media:content medium="image" type="\(file.format.mediaType)" url="\(picture.url)" \
            width="\(file.width)" height="\(file.height)"/>

            """
    }
}
