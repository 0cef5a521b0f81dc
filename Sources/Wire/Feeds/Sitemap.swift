package import Foundation
package import Markup

/// The pages that search engines should know (sitemaps.org, protocol 0.9).
package enum Sitemap {
    package struct Page: Sendable {
        /// Absolute.
        package let url: SafeURL
        package let lastModified: Date?

        package init(url: SafeURL, lastModified: Date?) {
            self.url = url
            self.lastModified = lastModified
        }
    }

    package static let mediaType = "application/xml; charset=utf-8"

    /// A sitemap holds no more than 50,000 pages and 50 MB; `document` leaves out what comes after.
    package static let mostPages = 50_000
    static let mostBytes = 50_000_000

    /// The pages in their order: the most important ones first.
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
