import Database
import Foundation

/// Yardsticks and data for the benchmarks.
///
/// `yardsticks insert FOLDER SECONDS` inserts rows into SQLite with one commit per row, as durable as a
/// comment, and prints the rows per second. `yardsticks fill FOLDER STORIES COMMENTS SEED` makes a data
/// folder with that many stories and comments, and prints as JSON the paths that are useful for measuring.
/// `yardsticks jobs FOLDER COUNT` enqueues jobs, does them, and prints how many it did per second.
/// `yardsticks phrases COUNT` finds that many listed phrases in comments, and `yardsticks scorer COUNT` trains a scorer
/// with that many rulings. Both print their times.
@main
struct Yardsticks {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        switch (arguments.first, arguments.dropFirst().map(\.self)) {
        case ("insert", let rest) where rest.count == 2:
            try insert(into: URL(filePath: rest[0]), seconds: Double(rest[1]) ?? 1)
        case ("fill", let rest) where rest.count == 4: try await fill(rest)
        case ("jobs", let rest) where rest.count == 2:
            try await JobMeasurement.run(in: rest[0], count: Int(rest[1]) ?? 0)
        case ("phrases", let rest) where rest.count == 1: try PhraseMeasurement.run(count: Int(rest[0]) ?? 0)
        case ("scorer", let rest) where rest.count == 1: try ScorerMeasurement.run(count: Int(rest[0]) ?? 0)
        default:
            print(
                """
                usage: yardsticks insert FOLDER SECONDS | fill FOLDER STORIES COMMENTS SEED | jobs FOLDER COUNT \
                | phrases COUNT | scorer COUNT
                """)
        }
    }

    private static func fill(_ arguments: [String]) async throws {
        let filling = Filling(
            stories: Int(arguments[1]) ?? 0, comments: Int(arguments[2]) ?? -1, seed: UInt64(arguments[3]) ?? 0)
        let account = try await filling.run(in: URL(filePath: arguments[0], directoryHint: .isDirectory))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(account), as: UTF8.self))
    }

    private static func insert(into folder: URL, seconds: Double) throws {
        let handle = try SQLiteHandle(.file(folder.appending(path: "yardstick.sqlite")))
        try handle.execute(
            """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            CREATE TABLE lines (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT
            """)
        let statement = try handle.prepare("INSERT INTO lines (text) VALUES (?1)")
        let text = String(repeating: "A line of about the length of a comment. ", count: 6)
        let start = Date()
        var count = 0
        while Date().timeIntervalSince(start) < seconds {
            try statement.run([.text(text)])
            count += 1
        }
        print(Int(Double(count) / Date().timeIntervalSince(start)))
    }
}
