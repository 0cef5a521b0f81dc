import Database
import Foundation
import Storage
import TestSupport
import Testing

@Suite(
    "A killed upgrade continues",
    .enabled(if: Program.isBuilt && Program.canBeTraced, "needs the built program and strace: apt-get install strace"),
    .timeLimit(.minutes(Size.minutes)))
struct UpgradeKillTests {
    /// The schema of the database before the upgrade.
    private static let first = 4

    @Test("An upgrade that is killed whenever it syncs the disk ends with a sound database and every row")
    func killed() async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        let file = data.folder.appending(path: "broadsheet.sqlite")
        try FileManager.default.removeItem(at: file)
        try await data.open { database in try await EarlierRows.fill(database, upTo: Self.first) }
        var (kills, step) = (0, Self.first)
        while step < Migrations.latest {
            // Kills at the first, second or third sync, so that some runs get further than others.
            let syncs = "fsync,fdatasync:signal=SIGKILL:when=\(kills % 3 + 1)"
            let program = try Program(
                ["check", "--data", data.folder.path], shell: "set -- strace -f -qq -o /dev/null -e inject=\(syncs) \"$@\"")
            #expect(program.end().status != 0)
            let before = step
            step = try await self.step(data)
            #expect(step >= before, "no step is lost")
            kills += 1
            try #require(kills < 200)
        }
        #expect(kills > 5)
        // The rows name a picture that has no file.
        #expect(try data.faults().filter { !$0.contains("abc-640.jpg") } == [])
        #expect(try await data.texts() == ["First.", "A reply.", "Gone.", "Waiting."])
        #expect(try await data.logLength() == 3)
    }

    private func step(_ data: DataFolder) async throws -> Int {
        try await data.open { database in
            try await database.read { tx in try tx.value("SELECT MAX(number) FROM migrations") ?? 0 }
        }
    }
}
