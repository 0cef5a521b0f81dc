import Database
import Newsroom

extension Transaction {
    /// How many rows one page of a filtered list reads at most. Its last key leads further back.
    private static var mostRead: Int { 2_000 }

    /// The first `limit` rows that a filter admits, read in batches from an index. A filter that admits few rows
    /// reads at most `mostRead`; the page may then be empty and have a next one. `isAll` says that the filter
    /// admits everything.
    func firstMatches<Element>(
        after: PageKey?, limit: Int, isAll: Bool, key: (Element) -> PageKey,
        batch: (_ after: PageKey, _ count: Int) throws -> [Element], admits: (Element) throws -> Bool
    ) throws -> PageOfResults<Element> {
        var (found, last, read): ([Element], PageKey, Int) = ([], after ?? .newest, 0)
        let size = isAll ? limit + 1 : 500
        while read < Self.mostRead {
            let rows = try batch(last, size)
            for row in rows where try isAll || admits(row) {
                if found.count == limit { return PageOfResults(found, next: found.last.map(key)) }
                found.append(row)
            }
            guard rows.count == size, let end = rows.last else { return PageOfResults(found) }
            (last, read) = (key(end), read + size)
        }
        return PageOfResults(found, next: last)
    }
}
