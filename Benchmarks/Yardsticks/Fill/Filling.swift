import Foundation
import GRDB

/// Fills a new site with stories and their discussions, and says which story is good for measuring what.
struct Filling {
    let stories: Int
    let comments: Int
    let seed: UInt64

    func run(in folder: URL) async throws -> Account {
        guard stories > 0, comments >= 0, let sizes = DiscussionSizes(stories: stories, comments: comments, seed: seed)
        else { throw CocoaError(.formatting) }
        let file = try await NewSite.make(in: folder)
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: file.path, configuration: configuration)
        let account = try await queue.writeWithoutTransaction { connection in
            try connection.execute(
                sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144")
            let indexes = try PutAsideIndexes(from: connection)
            try connection.execute(sql: "BEGIN")
            let account = try write(sizes, on: connection)
            try connection.execute(sql: "COMMIT")
            try indexes.restore(on: connection)
            try connection.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
            return account
        }
        try queue.close()
        return account
    }

    private func write(_ sizes: DiscussionSizes, on connection: GRDB.Database) throws -> Account {
        let stories = try StoryWriter(on: connection)
        let discussions = try DiscussionWriter(on: connection, seed: seed)
        var account = Account(stories: sizes.counts.count, comments: comments, seed: seed)
        for (place, count) in sizes.counts.enumerated() {
            let id = place + 1
            var draw = Draw(seed: seed, part: id)
            let shape = DiscussionShape(
                count: count, threads: count == 1_000 && id == 2 ? 50 : nil,
                isClean: id <= DiscussionSizes.special.count, &draw)
            let slug = try stories.add(id, comments: shape.published, &draw)
            account.note(id, slug, shape, first: discussions.next)
            try discussions.add(shape, to: id, &draw)
        }
        account.openCases = discussions.desk.openCases
        return account
    }
}
