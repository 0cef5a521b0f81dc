package import Markup
package import Newsroom

/// Icons, feeds and sitemaps, for programs.
extension Address {
    package static let favicon = SafeURL(path: ["favicon.ico"])
    package static let manifest = SafeURL(path: ["manifest.webmanifest"])

    package static let atom = SafeURL(path: ["feed.xml"])
    package static let jsonFeed = SafeURL(path: ["feed.json"])

    package static func atom(of topic: Topic) -> SafeURL { SafeURL(path: ["topics", topic.slug.text, "feed.xml"]) }

    package static func jsonFeed(of topic: Topic) -> SafeURL {
        SafeURL(path: ["topics", topic.slug.text, "feed.json"])
    }

    /// The feed of the comments on a story.
    package static func atom(of story: StoryReference) -> SafeURL { SafeURL(path: below(story) + ["comments.xml"]) }

    /// The sitemap or, on a newspaper with many stories, the index or one of the sitemaps that it lists. A sitemap covers
    /// only pages below its own folder, so each is at the root.
    package static func sitemap(part: Int64? = nil) -> SafeURL {
        SafeURL(path: ["sitemap.xml"], query: part.map { [("part", String($0))] } ?? [])
    }

    package static let newsSitemap = SafeURL(path: ["news-sitemap.xml"])
}
