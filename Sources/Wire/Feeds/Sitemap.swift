package import Foundation
package import Markup

/// The pages for search engines (sitemaps.org, protocol 0.9).
package enum Sitemap {
    package struct Page: Sendable {
        /// The absolute address.
        package let url: SafeURL
        package let lastModified: Date?

        package init(url: SafeURL, lastModified: Date?) {
            self.url = url
            self.lastModified = lastModified
        }
    }

    package static let mediaType = "application/xml; charset=utf-8"

    /// The stories of one sitemap. The protocol allows 50,000 pages and 50 MB; topics and other pages need room too.
    package static let mostStories: Int64 = 25_000
    package static let mostTopics = 10_000
    static let mostBytes = 50_000_000

    /// Writes the pages in the given order, and leaves out those that do not fit into 50 MB.
    package static func document(_ pages: some Sequence<Page>) -> HTML {
        var document = beginning(of: "urlset")
        for page in pages where document.count < mostBytes {
            document.append(line(page))
        }
        document.append("</urlset>\n")
        return document
    }

    /// The index of a site that needs several sitemaps, by their absolute addresses.
    package static func index(of sitemaps: some Sequence<SafeURL>) -> HTML {
        var document = beginning(of: "sitemapindex")
        for sitemap in sitemaps { document.append("<sitemap><loc>\(sitemap)</loc></sitemap>\n") }
        document.append("</sitemapindex>\n")
        return document
    }

    private static func beginning(of root: StaticString) -> HTML {
        """
        <?xml version="1.0" encoding="utf-8"?>
        <\(HTML(stringLiteral: root)) xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

        """
    }

    private static func line(_ page: Page) -> HTML {
        let date: HTML? = page.lastModified.map { "<lastmod>\($0.rfc3339)</lastmod>" }
        return "<url><loc>\(page.url)</loc>\(date)</url>\n"
    }
}
