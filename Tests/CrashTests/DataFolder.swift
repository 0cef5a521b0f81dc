import Database
import Foundation
import Newsroom
import Storage

/// The data folder of a newspaper with two stories.
struct DataFolder {
    let folder = FileManager.default.temporaryDirectory.appending(path: "broadsheet-crash-\(UUID())")
    static let path = "/stories/1/a-bridge-opens/comments"

    init() async throws {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try await open { database in
            try await Migrations.run(on: database)
            try await database.write { tx in
                _ = try tx.publish(.test("one", "A bridge opens"), opening: "It began.")
                _ = try tx.publish(.test("two", "A ferry leaves"), opening: "It began.")
            }
        }
    }

    func serve(port: Int = 0, settings: [String: String] = [:], shell: String? = nil) throws -> Program {
        try Program(
            ["serve", "--data", folder.path, "--port", "\(port)"],
            settings: Self.unlimited.merging(settings) { $1 }, shell: shell)
    }

    private static let unlimited = [
        "BROADSHEET_COMMENTS_PER_MINUTE": "0", "BROADSHEET_COMMENTS_PER_HOUR": "0",
        "BROADSHEET_COMMENTS_CLOSE_AFTER_DAYS": "0",
        "BROADSHEET_SIGN_INS_PER_FIVE_MINUTES": "0",
    ]

    /// The texts of all comments in the database file.
    func texts() async throws -> [String] {
        try await open { database in
            try await database.read { tx in try tx.all("SELECT text FROM comments ORDER BY id") { try $0[0] } }
        }
    }

    /// The number of entries in the desk's log.
    func logLength() async throws -> Int {
        try await open { database in
            try await database.read { tx in try tx.value("SELECT COUNT(*) FROM log_entries") ?? 0 }
        }
    }

    /// The password of every hired staff member. Its hash is quick to check.
    static let password = "a password for the test"
    private static let hash = "scrypt$16$1$1$AAAAAAAAAAAAAAAAAAAAAA==$f4ay6yP7Gp+Gtd9tw7zld1GVxkGyVykBM+pfu6p+7C4="

    func hire(_ email: String, as role: Role) async throws {
        _ = try await open { database in
            try await database.write { tx in
                try tx.addStaff(
                    email: email, name: String(email.prefix { $0 != "@" }), role: role, passwordHash: Self.hash,
                    now: Clock.system.now)
            }
        }
    }

    /// The faults that `broadsheet check` finds, except programs that are missing on this machine.
    func faults() throws -> [String] {
        let (_, output) = try Program(["check", "--data", folder.path]).end()
        let lines = output.split(separator: "\n").map(String.init)
        return lines.filter { !$0.hasPrefix("sound:") && !$0.hasSuffix("is not installed") }
            + (lines.isEmpty ? ["the command printed nothing"] : [])
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// Uses the database file, as another process would.
    func open<T: Sendable>(_ body: (Database) async throws -> T) async throws -> T {
        let database = Database(engine: try SQLiteEngine(file: folder.appending(path: "broadsheet.sqlite")))
        let result = try await body(database)
        await database.close()
        return result
    }
}

extension IncomingStory {
    fileprivate static func test(_ guid: String, _ headline: String) -> IncomingStory {
        IncomingStory(
            guid: guid, wireVersion: 1, status: .usable, language: .english, firstCreated: Clock.system.now,
            versionCreated: Clock.system.now, headline: headline, body: "It began.")
    }
}
