import HTTPTypes
import Database
import Foundation
import Markup
import Newsroom
import Pages
import Storage

extension Exchange {
    /// The story that the address names. Refuses an unknown story with `notFound`, and a post to a withdrawn
    /// story with `gone`. Otherwise, a withdrawn story leads to the page that says so, and a wrong slug
    /// redirects to the right address.
    func story(in tx: Transaction) throws -> Story {
        guard let story = try tx.story(try identifier("story")) else {
            throw Refusal(.missing(.story))
        }
        if let withdrawal = story.withdrawal {
            // Nobody needs to know that the story was ever there.
            guard withdrawal.origin != .unpublished else { throw Refusal(.missing(.story)) }
            guard head.method != .post else { throw Refusal(.story(.withdrawn)) }
            throw EarlyResponse(answer: gone(story, withdrawal))
        }
        // Compares bytes. Swift treats two normal forms of one letter as the same text, but each would be
        // cached separately.
        if path["slug"]?.utf8.elementsEqual(story.slug.text.utf8) != true, head.method != .post {
            throw EarlyResponse(answer: .moved(rightAddress(of: story)))
        }
        return story
    }

    /// The page of a withdrawn story, at any of its addresses. It is cached only at the story's own address,
    /// where most readers come. Other spellings do not redirect there, because that address reveals the
    /// headline.
    private func gone(_ story: Story, _ withdrawal: Withdrawal) -> Answer {
        let answer = Answer.page(WithdrawnPage(withdrawal: withdrawal).html(in: site.context), status: .gone)
        return head.path == Address.story(story.reference).text ? answer.cached(for: .story(story.id)) : answer
    }

    /// The same address with the story's own slug and everything after the slug.
    private func rightAddress(of story: Story) -> SafeURL {
        let target = head.path ?? "/"
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let rest = parts[0].split(separator: "/").dropFirst(3).compactMap { String($0).removingPercentEncoding }
        return SafeURL(path: ["stories", story.id.description, story.slug.text] + rest, query: query.pairs)
    }
}
