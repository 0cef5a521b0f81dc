import HTTPTypes
import Database
import Foundation
import Markup
import Newsroom
import Pages
import Storage

extension Exchange {
    /// The story that the address names. Refuses with `notFound`, and what is posted to a withdrawn story with `gone`; whoever
    /// reads a withdrawn story is led to the page that says so, a slug that is not its own one to the right address.
    func story(in tx: Transaction) throws -> Story {
        guard let story = try tx.story(try identifier("story")) else {
            throw Refusal(.missing(.story))
        }
        if let withdrawal = story.withdrawal {
            guard head.method != .post else { throw Refusal(.story(.withdrawn)) }
            throw EarlyResponse(answer: gone(story, withdrawal))
        }
        // By bytes: to Swift, two normal forms of one letter are the same text, and each would be kept by itself.
        if path["slug"]?.utf8.elementsEqual(story.slug.text.utf8) != true, head.method != .post {
            throw EarlyResponse(answer: .moved(rightAddress(of: story)))
        }
        return story
    }

    /// What is said of a withdrawn story wherever it is asked for. It is kept where the crowd comes, at the story's own address; other
    /// spellings do not lead there, because it tells what the story was called.
    private func gone(_ story: Story, _ withdrawal: Withdrawal) -> Answer {
        let answer = Answer.page(WithdrawnPage(withdrawal: withdrawal).html(in: site.context), status: .gone)
        return head.path == Address.story(story.reference).text ? answer.cached(for: .story(story.id)) : answer
    }

    /// The same address with the story's own slug, and everything that came after it.
    private func rightAddress(of story: Story) -> SafeURL {
        let target = head.path ?? "/"
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let rest = parts[0].split(separator: "/").dropFirst(3).compactMap { String($0).removingPercentEncoding }
        return SafeURL(path: ["stories", story.id.description, story.slug.text] + rest, query: query.pairs)
    }
}
