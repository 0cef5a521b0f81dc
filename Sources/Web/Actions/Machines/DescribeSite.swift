import Markup
import Newsroom
import Pages
import Wire

/// The site as a whole, for programs.
enum DescribeSite {
    /// For phones that put the site on their home screen.
    static func manifest(_ exchange: Exchange) async throws -> Answer {
        let house = exchange.site.context.house
        let icons = [(Assets.touchIcon, Assets.touchIconSide), (Assets.logo, Assets.logoSide)].map { asset, side in
            WebManifest.Icon(address: asset.address, side: side, mediaType: asset.mediaType)
        }
        let manifest = WebManifest(
            name: house.name, language: house.language.tag, direction: house.language.direction.rawValue,
            backgroundColor: SiteContext.paper, icons: icons)
        return Answer(type: WebManifest.mediaType, body: Array(try manifest.document())).cached()
    }

    /// The addresses that crawlers leave out, and the sitemaps.
    static func robots(_ exchange: Exchange) async throws -> Answer {
        let context = exchange.site.context
        let text = """
            User-agent: *
            Disallow: /desk
            Disallow: /sign-in
            Disallow: /reports/
            Disallow: /suggestions/
            Disallow: /stories/*/suggest
            Disallow: /comments/

            Sitemap: \(context.absolute(Address.sitemap()))
            Sitemap: \(context.absolute(Address.newsSitemap))

            """
        return Answer(type: "text/plain; charset=utf-8", body: Array(text.utf8)).cached()
    }
}
