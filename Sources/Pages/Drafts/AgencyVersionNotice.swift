import Foundation
import Markup
package import Newsroom

/// Says on a page of the desk about a story that an agency's version waits, or that an editor did not publish it.
package struct AgencyVersionNotice: Sendable {
    let id: HeldItem.ID
    /// `nil` after the decision.
    let since: Date?

    /// `nil` if nothing is to be said. `published` is the agency's version that readers see.
    package init?(_ id: HeldItem.ID, _ item: HeldItem, published: Int?) {
        switch item.content {
        case .proposed: since = item.waitingSince
        case .dismissed where published ?? 0 < item.wireVersion: since = nil
        case .dismissed, .merged, .story, .picture, .package, .canceled: return nil
        }
        self.id = id
    }

    func html(in context: SiteContext) -> HTML {
        let words = context.words.proposals
        guard let since else {
            return """
                <p class="meta">\(words.dismissed) <a href="\(Address.log())">\(words.seeLog)</a></p>

                """
        }
        return """
            <div class="notice">
            <p>\(words.waits) \(context.storyTime(since)). <a href="\(Address.proposed(id))">\(words.decide)</a></p>
            </div>

            """
    }
}
