import ArgumentParser
import Database
import Foundation
import Newsroom
import Storage

/// `broadsheet move --from DIR --to postgres://…`, and the reverse.
struct MoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Move a newspaper from SQLite to PostgreSQL or back.",
        discussion: """
            First stop every process that serves the newspaper. The command does not start while one runs. If a move is \
            interrupted, run the same command again to continue it. Pictures, the key and the configuration stay where they are.
            """)

    @Option(help: "The source: a data folder or the address of a PostgreSQL database.") var from: String
    @Option(help: "The target: a data folder or the address of a PostgreSQL database. It must have no newspaper yet.")
    var to: String
    @OptionGroup var environment: EnvironmentOptions

    func run() async throws {
        let (one, other) = (try MovePlace.accept(from, as: "--from"), try MovePlace.accept(to, as: "--to"))
        guard !one.isSame(as: other) else { throw CommandFault.moveToItself(one.shown) }
        // The file may have the password of the database (`PGPASSWORD`).
        _ = try environment.load(data: one.folder?.path ?? other.folder?.path)
        let source = try await one.open(isMade: false)
        try await source.requireAlone(in: one.folder, shown: one.shown)
        let target = try await other.open(isMade: true)
        try await target.requireAlone(in: other.folder, shown: other.shown)
        try await other.requireKey(of: source)
        print("Moving the newspaper in \(one.shown) to \(other.shown).")
        let move = Move(from: source, to: target)
        let line = ProgressLine("moving")
        try await move.copy { table, rows in line.show("\(table.replacing("_", with: " ")): \(rows) rows") }
        line.end()
        try await verify(source, target)
        try await move.end()
        await source.close()
        await target.close()
        if let folder = other.folder { try FileOwner.giveAll(in: folder, toOwnerOf: folder) }
        print("The move is complete.")
        for line in try MoveEnding(from: one, to: other).lines() { print(line) }
    }

    private func verify(_ source: Database, _ target: Database) async throws {
        for table in MovedTable.all {
            let one = try await TableDigest.of(table, in: source)
            let other = try await TableDigest.of(table, in: target)
            guard one == other else {
                throw CommandFault.tableDiffers(
                    table: table.name, source: "\(one.rows) rows \(one.digest)",
                    target: "\(other.rows) rows \(other.digest)")
            }
            print("\(one.table): \(one.rows) rows, \(one.digest)")
        }
    }
}
