import ArgumentParser
import Database
import Foundation
import Newsroom
import Storage
import Web

/// `broadsheet move --from DIR --to postgres://…`, and back.
struct MoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Move everything in a newspaper's database into another one, from SQLite to PostgreSQL or back.",
        discussion: """
            No house may be running meanwhile. What was interrupted goes on when the same command is given again. Pictures, the key \
            and the configuration stay where they are.
            """)

    @Option(help: "A data folder, or the address of a PostgreSQL database.") var from: String
    @Option(help: "Another one, in which nothing is yet.") var to: String

    func run() async throws {
        let (source, target) = (try await Self.database(from, isMade: false), try await Self.database(to, isMade: true))
        let move = Move(from: source, to: target)
        let line = ProgressLine("moving")
        try await move.copy { table, rows in line.show("\(table.replacing("_", with: " ")): \(rows) rows") }
        line.end()
        try await verify(source, target)
        try await move.end()
        await source.close()
        await target.close()
        print("Everything is moved.")
    }

    private func verify(_ source: Database, _ target: Database) async throws {
        for table in MovedTable.all {
            let one = try await TableDigest.of(table, in: source)
            let other = try await TableDigest.of(table, in: target)
            guard one == other else {
                throw Refusal.conflict(
                    "\(table.name) differs: \(one.rows) rows \(one.digest), \(other.rows) rows \(other.digest). Was a house running? Empty the target and move again."
                )
            }
            print("\(one.table): \(one.rows) rows, \(one.digest)")
        }
    }

    private static func database(_ place: String, isMade: Bool) async throws -> Database {
        let database: Database
        if PostgreSQLAddress.isOne(place) {
            var address = try PostgreSQLAddress.accept(place)
            address.patience = nil
            database = Database(engine: PostgreSQLEngine(address))
        } else {
            let folder = URL(filePath: place, directoryHint: .isDirectory)
            let file = folder.appending(path: "broadsheet.sqlite")
            guard isMade || FileManager.default.fileExists(atPath: file.path) else {
                throw Refusal.notFound("There is no database in \(folder.path).")
            }
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            database = Database(engine: try SQLiteEngine(file: file))
        }
        try await Installation.migrate(database)
        return database
    }
}
