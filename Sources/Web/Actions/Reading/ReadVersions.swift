import Database
import Newsroom
import Pages
import Storage

/// The versions of a story: the list, and one version compared with an earlier one.
enum ReadVersions {
    static func list(_ exchange: Exchange) async throws -> Answer {
        let (story, versions) = try await exchange.read { tx in
            let story = try exchange.story(in: tx)
            return (story, try tx.versions(of: story.id))
        }
        return Answer.page(VersionsPage(story: story, versions: versions).html(in: exchange.site.context)).cached(
            for: .story(story.id))
    }

    static func one(_ exchange: Exchange) async throws -> Answer {
        let page = try await exchange.read { tx in
            let story = try exchange.story(in: tx)
            let number = try exchange.versionNumber(exchange.path["version"])
            let since = try exchange.versionBefore(number, of: story)
            let earlier = try tx.version(since, of: story.id)
            guard let version = try tx.version(number, of: story.id), earlier != nil || number == 1 else {
                throw Refusal(.missing(.version))
            }
            return VersionPage(
                story: story, version: version, earlier: earlier,
                gallery: try tx.gallery(of: story.id, version: number),
                earlierGallery: try tx.gallery(of: story.id, version: since),
                currentGallery: try tx.gallery(of: story.id), cards: try tx.cards(shownIn: version.body, of: story.id),
                steps: try tx.steps(of: story.id, after: since, upTo: number))
        }
        return Answer.page(page.html(in: exchange.site.context)).cached(for: .story(page.story.id))
    }
}

extension Exchange {
    /// The version to compare with: the previous one, or an earlier one that the address names. An address
    /// that names the previous version redirects to the address without it, so that each comparison has one
    /// address.
    fileprivate func versionBefore(_ number: Int, of story: Story) throws -> Int {
        guard let text = query["since"] else { return number - 1 }
        let since = try versionNumber(text)
        guard since < number else { throw Refusal(.missing(.earlierVersion)) }
        guard since < number - 1 else {
            throw EarlyResponse(answer: .moved(Address.version(story.reference, number)))
        }
        return since
    }

    fileprivate func versionNumber(_ text: String?) throws -> Int {
        guard let number = Identifier<Version>(path: text ?? "") else {
            throw Refusal(.missing(.version))
        }
        return Int(number.number)
    }
}
