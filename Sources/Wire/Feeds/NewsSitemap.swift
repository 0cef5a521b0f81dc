package import Foundation
package import Markup
package import Newsroom

/// The stories of the last two days, as news search engines read them (news sitemap 0.9).
package enum NewsSitemap {
    package struct Story: Sendable {
        let reference: StoryReference
        let url: SafeURL
        let publishedAt: Date

        /// `url` is absolute.
        package init(_ reference: StoryReference, url: SafeURL, publishedAt: Date) {
            self.reference = reference
            self.url = url
            self.publishedAt = publishedAt
        }
    }

    package static let span: TimeInterval = 48 * 3_600
    package static let mostStories = 1_000

    package static func document(_ stories: [Story], of newspaper: String) -> HTML {
        """
        <?xml version="1.0" encoding="utf-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
        \(stories.map { entry($0, newspaper) })</urlset>

        """
    }

    private static func entry(_ story: Story, _ newspaper: String) -> HTML {
        let (reference, language) = (story.reference, story.reference.language)
        return """
            <url>
            <loc>\(story.url)</loc>
            <news:news>
            <news:publication><news:name>\(newspaper)</news:name>\
            <news:language>\(code(of: language))</news:language></news:publication>
            <news:publication_date>\(story.publishedAt.rfc3339)</news:publication_date>
            <news:title>\(Typography.of(language.tag).text(reference.headline.sent))</news:title>
            </news:news>
            </url>

            """
    }

    /// ISO 639, except for the two Chinese scripts, which have codes of their own.
    private static func code(of language: Language) -> String {
        let parts = language.tag.lowercased().split(separator: "-")
        guard parts.first == "zh" else { return parts.first.map(String.init) ?? language.tag }
        return parts.contains { ["hant", "tw", "hk", "mo"].contains($0) } ? "zh-tw" : "zh-cn"
    }
}
