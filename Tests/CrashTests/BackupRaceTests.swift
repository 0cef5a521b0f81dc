import Database
import Foundation
import Storage
import Testing

@Suite(
    "Backups that fail, and several at once", .enabled(if: Program.isBuilt, "the program is not built"),
    .timeLimit(.minutes(5)))
struct BackupRaceTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "broadsheet-races-\(UUID())")
    private let files = FileManager.default

    init() throws { try files.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
        try Program(arguments, shell: "exec 2>&1").end()
    }

    @Test("A damaged newspaper gives no backup, and leaves nothing behind")
    func unsound() async throws {
        defer { try? files.removeItem(at: folder) }
        let data = try await DataFolder()
        defer { data.remove() }
        #expect(try run(["import", "newsml", folder.path, "--data", data.folder.path]).output.contains("Using"))
        try await data.open { try await $0.write { tx in try tx.run("UPDATE stories SET comment_count = 7") } }
        let done = try run(["backup", "--data", data.folder.path, folder.appending(path: "copy").path])
        #expect(done.status == 1 && done.output.contains("is damaged"), "\(done)")
        #expect(try files.contentsOfDirectory(atPath: folder.path) == [])
        let inside = try run(["backup", "--data", data.folder.path, data.folder.appending(path: "copy").path])
        #expect(inside.status == 78 && inside.output.contains("is inside the data folder"))
    }

    @Test("Of several restores into one folder at once, one succeeds; of several backups, each or one")
    func several() async throws {
        defer { try? files.removeItem(at: folder) }
        let data = try await DataFolder()
        defer { data.remove() }
        #expect(try run(["import", "newsml", folder.path, "--data", data.folder.path]).output.contains("Using"))
        let (shelf, target) = (folder.appending(path: "shelf"), folder.appending(path: "target"))
        let backups = try (0..<3).map { _ in
            try Program(["backup", "--data", data.folder.path, "--keep", "9", shelf.path], shell: "exec 2>&1")
        }.map { $0.end() }
        #expect(backups.contains { $0.status == 0 })
        #expect(
            backups.allSatisfy { $0.status == 0 || $0.status == 1 && $0.output.contains("in the same second") },
            "\(backups)")
        let copies = try files.contentsOfDirectory(atPath: shelf.path)
        #expect(copies.count == backups.count { $0.status == 0 }, "\(copies)")
        let restores = try (0..<3).map { _ in
            try Program(
                ["restore", shelf.appending(path: copies[0]).path, "--data", target.path], shell: "exec 2>&1")
        }.map { $0.end() }
        #expect(restores.count { $0.status == 0 } == 1, "\(restores)")
        #expect(
            restores.allSatisfy {
                $0.status == 0 || $0.output.contains("is in use") || $0.output.contains("is not empty")
            }, "\(restores)")
        #expect(try run(["check", "--data", target.path]).output.contains("sound: "))
    }
}
