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

    /// The limits of a sitemap: 50,000 pages and 50 MB. `document` leaves out the pages beyond them.
    package static let mostPages = 50_000
    static let mostBytes = 50_000_000

    /// Writes the pages in the given order. The most important pages come first.
    package static func document(_ pages: some Sequence<Page>) -> HTML {
        var document: HTML = """
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

            """
        for page in pages.prefix(mostPages) where document.count < mostBytes {
            document.append(line(page))
        }
        document.append("</urlset>\n")
        return document
    }

    private static func line(_ page: Page) -> HTML {
        let date: HTML? = page.lastModified.map { "<lastmod>\($0.rfc3339)</lastmod>" }
        return "<url><loc>\(page.url)</loc>\(date)</url>\n"
    }
}
