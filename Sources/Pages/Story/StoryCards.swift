import Foundation
import Markup
import Newsroom

/// Cards in the text of a story: a link with what the page behind it says of itself. Everything comes from this site,
/// so a reader's browser asks the other site for nothing until the reader follows the link.
struct StoryCards {
    let context: SiteContext
    let languageMarkup: LanguageMarkup
    let cards: [LinkCard]
    /// Addresses in a draft whose cards are fetched when it is published.
    var laterCards: Set<String> = []

    /// The card of an address; `nil` if the address stays a link.
    func card(_ address: SafeURL) -> HTML? {
        if let card = cards.first(where: { $0.address == address.text }) { return html(card, address) }
        guard laterCards.contains(address.text) else { return nil }
        let note = languageMarkup.furniture("\(context.words.story.cardLater)")
        return "<p><a href=\"\(address)\">\(address.text)</a> <span class=\"hint\">\(note)</span></p>\n"
    }

    /// The texts are in a language that nobody knows, so each has the direction of its first letter. The title says
    /// what the picture shows.
    private func html(_ card: LinkCard, _ address: SafeURL) -> HTML {
        let description: HTML = card.description.map { "<p class=\"summary\" dir=\"auto\">\($0)</p>\n" } ?? ""
        let site: HTML = card.site.map { "<bdi>\($0)</bdi> · " } ?? ""
        return """
            <div class="link-card">
            \(picture(card))<div>
            <p dir="auto"><a href="\(address)">\(card.title)</a></p>
            \(description)<p class="meta">\(site)<bdi dir="ltr">\(host(of: address))</bdi></p>
            </div>
            </div>

            """
    }

    private func picture(_ card: LinkCard) -> HTML {
        let picture = Picture(
            id: Picture.ID(0), guid: nil, caption: "", alternativeText: "", provenance: Provenance(),
            renditions: card.renditions)
        let image = PictureView(picture: picture, alternative: "", sizes: "10rem").html()
        return image.map { "<div class=\"card-picture\">\($0)</div>\n" } ?? ""
    }

    /// The host as a browser asks for it, so that letters of other alphabets cannot imitate it.
    private func host(of address: SafeURL) -> String {
        let host = URLComponents(string: address.text)?.encodedHost ?? address.text
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }
}
