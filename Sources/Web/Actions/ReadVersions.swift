import Database
import Newsroom
import Pages
import Storage

/// The versions of a story: the list, and one of them beside the one before it.
enum ReadVersions {
    static func list(_ exchange: Exchange) async throws -> Answer {
        let story = try await exchange.story()
        let versions = try await exchange.site.database.read { tx in try tx.versions(of: story.id) }
        return .page(VersionsPage(story: story, versions: versions).html(in: exchange.site.edition))
    }

    static func one(_ exchange: Exchange) async throws -> Answer {
        let story = try await exchange.story()
        let number = try exchange.versionNumber(exchange.path["version"])
        let since = try exchange.query["since"].map { try exchange.versionNumber($0) } ?? number - 1
        let (version, earlier) = try await exchange.site.database.read { tx in
            (try tx.version(number, of: story.id), try tx.version(since, of: story.id))
        }
        guard let version, earlier != nil || number == 1 else { throw Refusal.notFound("There is no such version.") }
        let page = VersionPage(story: story, version: version, earlier: earlier)
        return .page(page.html(in: exchange.site.edition))
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
