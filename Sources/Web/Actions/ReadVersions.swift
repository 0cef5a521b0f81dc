import Database
import Newsroom
import Pages
import Storage

/// The versions of a story: the list, and one of them beside the one before it.
enum ReadVersions {
    static func list(_ exchange: Exchange) async throws -> Answer {
        let (story, versions) = try await exchange.read { tx in
            let story = try exchange.story(in: tx)
            return (story, try tx.versions(of: story.id))
        }
        return Answer.page(VersionsPage(story: story, versions: versions).html(in: exchange.site.edition)).kept(
            for: .story(story.id), lastModified: story.updatedAt)
    }

    static func one(_ exchange: Exchange) async throws -> Answer {
        let (story, version, earlier) = try await exchange.read { tx in
            let story = try exchange.story(in: tx)
            let number = try exchange.versionNumber(exchange.path["version"])
            let since = try exchange.query["since"].map { try exchange.versionNumber($0) } ?? number - 1
            return (story, try tx.version(number, of: story.id), try tx.version(since, of: story.id))
        }
        guard let version, earlier != nil || version.number == 1 else {
            throw Refusal.notFound("There is no such version.")
        }
        let page = VersionPage(story: story, version: version, earlier: earlier)
        return Answer.page(page.html(in: exchange.site.edition)).kept(
            for: .story(story.id), lastModified: story.updatedAt)
    }
}

extension Exchange {
    fileprivate func versionNumber(_ text: String?) throws -> Int {
        guard let number = Identifier<Version>(path: text ?? "") else {
            throw Refusal.notFound("There is no such version.")
        }
        return Int(number.number)
    }
}
