import Markup
import Newsroom

/// What the story's page says to machines: canonical address, Open Graph, and `NewsArticle` (schema.org) as JSON-LD.
struct StoryMetadata {
    let edition: Edition
    let story: Story
    let gallery: Gallery
    let count: Int

    func html() -> HTML {
        let address = edition.absolute(Address.story(story.reference))
        // Strings and numbers always encode; a page without its data is still a page.
        let data = (try? HTML.dataBlock(type: "application/ld+json", article(at: address))) ?? ""
        return """
            \(Head.description(summary))\(Head.canonical(address))\
            \(openGraph(address))\(data)

            """
    }

    private var summary: String {
        story.current.standfirst ?? Markdown(story.current.body).opening(limit: 300)
    }

    private var images: [SafeURL] {
        gallery.pictures.compactMap { $0.largestPlain }.map { edition.absolute(Address.rendition($0)) }
    }

    private func openGraph(_ address: SafeURL) -> HTML {
        var out: HTML = """
            \(Head.property("og:type", "article"))\
            \(Head.property("og:site_name", "\(edition.house.name)"))\
            \(Head.property("og:title", "\(story.current.headline)"))\
            \(Head.property("og:description", "\(summary)"))\
            \(Head.property("og:url", "\(address)"))\
            \(Head.property("article:published_time", "\(HouseTime.machineReadable(story.publishedAt))"))\
            \(Head.property("article:modified_time", "\(HouseTime.machineReadable(story.updatedAt))"))
            """
        for topic in story.topics { out.append(Head.property("article:tag", "\(topic.name)")) }
        guard let first = gallery.pictures.first, let rendition = first.largestPlain else { return out }
        out.append(Head.property("og:image", "\(edition.absolute(Address.rendition(rendition)))"))
        out.append(Head.property("og:image:width", "\(rendition.width)"))
        out.append(Head.property("og:image:height", "\(rendition.height)"))
        out.append(Head.property("og:image:alt", "\(first.alternative(otherwise: story.current.headline))"))
        return out
    }

    private func article(at address: SafeURL) -> NewsArticle {
        NewsArticle(
            headline: story.current.headline, description: summary, image: images.map(\.text),
            datePublished: HouseTime.machineReadable(story.publishedAt),
            dateModified: HouseTime.machineReadable(story.updatedAt),
            author: authors, contributor: story.current.credits.map { Party(type: "Person", name: $0.person) },
            publisher: Party(type: "NewsMediaOrganization", name: edition.house.name, url: edition.base.text),
            commentCount: count, inLanguage: story.language.tag, mainEntityOfPage: address.text,
            keywords: story.topics.map(\.name), dateline: story.current.dateline?.place)
    }

    /// Who wrote it; the agency or the house where nobody is named.
    private var authors: [Party] {
        if let byline = story.current.byline { return [Party(type: "Person", name: byline)] }
        return [Party(type: "Organization", name: story.current.dateline?.agency ?? edition.house.name)]
    }
}

extension Picture {
    /// The widest JPEG: what other sites and search engines are shown.
    var largestPlain: Rendition? { renditions(as: .jpeg).last }
}
