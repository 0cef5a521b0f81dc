import Markup
import Newsroom

/// The part of the head that other sites and search engines show: canonical address, description, and the title and
/// picture of a shared address (Open Graph, ogp.me; X cards).
struct OpenGraph {
    enum Kind: String { case website, article }

    let context: SiteContext
    let kind: Kind
    let title: String
    let description: String
    /// Relative to the site.
    let address: SafeURL
    /// The picture that stands for the page, with its text for people who do not see it.
    var picture: (rendition: Rendition, alternative: String)?
    /// Further properties of an article.
    var properties: HTML = ""

    func html() -> HTML {
        let absolute = context.absolute(address)
        let card: HTML = picture == nil ? "summary" : "summary_large_image"
        return """
            \(Head.description(description))\(Head.canonical(absolute))\
            \(Head.property("og:type", "\(kind.rawValue)"))\
            \(Head.property("og:site_name", "\(context.house.name)"))\
            \(Head.property("og:title", "\(title)"))\
            \(Head.property("og:description", "\(description.cut(to: 300))"), if: !description.isEmpty)\
            \(Head.property("og:url", "\(absolute)"))\
            \(properties)\(image)<meta name="twitter:card" content="\(card)">

            """
    }

    private var image: HTML {
        guard let (rendition, alternative) = picture else { return "" }
        return """
            \(Head.property("og:image", "\(context.absolute(Address.rendition(rendition)))"))\
            \(Head.property("og:image:width", "\(rendition.width)"))\
            \(Head.property("og:image:height", "\(rendition.height)"))\
            \(Head.property("og:image:alt", "\(alternative)"))
            """
    }
}
