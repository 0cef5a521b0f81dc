import ArgumentParser
import Database
import Newsroom
import Storage

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
        let (one, other) = (try MovePlace.accept(from, as: "--from"), try MovePlace.accept(to, as: "--to"))
        let (source, target) = (try await one.open(isMade: false), try await other.open(isMade: true))
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
                throw CommandFault.tableDiffers(
                    table: table.name, source: "\(one.rows) rows \(one.digest)",
                    target: "\(other.rows) rows \(other.digest)")
            }
            print("\(one.table): \(one.rows) rows, \(one.digest)")
        }
    }
}
