import Database
import Foundation

/// Fills a new site with stories and discussions, and returns the paths that are useful for measuring.
struct Filling {
    let stories: Int
    let comments: Int
    let seed: UInt64

    func run(in folder: URL) async throws -> Account {
        guard stories > 0, comments >= 0, let sizes = DiscussionSizes(stories: stories, comments: comments, seed: seed)
        else { throw CocoaError(.formatting) }
        let file = try await NewSite.make(in: folder)
        let handle = try SQLiteHandle(.file(file))
        try handle.execute(
            """
            PRAGMA foreign_keys = OFF;
            PRAGMA journal_mode = OFF;
            PRAGMA synchronous = OFF;
            PRAGMA cache_size = -262144
            """)
        let indexes = try PutAsideIndexes(from: handle)
        try handle.execute("BEGIN")
        let account = try write(sizes, on: handle)
        try handle.execute(DeskWriter.ranking)
        try handle.execute("COMMIT")
        try indexes.restore(on: handle)
        try handle.execute(StoryWriter.counting)
        try handle.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        return account
    }

    private func write(_ sizes: DiscussionSizes, on handle: SQLiteHandle) throws -> Account {
        let stories = try StoryWriter(on: handle)
        let discussions = try DiscussionWriter(on: handle, seed: seed)
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
