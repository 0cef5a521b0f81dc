import Database
import Foundation
import Newsroom
import Storage
import Testing

@Suite(
    "Backups that somebody has changed, and restores that are interrupted",
    .enabled(if: Program.isBuilt, "the program is not built"), .timeLimit(.minutes(5)))
struct BackupAttackTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "broadsheet-attacks-\(UUID())")
    private let files = FileManager.default

    init() throws { try files.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func run(_ arguments: [String], shell: String = ":") throws -> (status: Int32, output: String) {
        try Program(arguments, shell: "exec 2>&1; \(shell)").end()
    }

    private static let picture = "92b2fa58028958317e40-320.jpg"

    /// A newspaper with a key and a picture, and its backup.
    private func backedUp() async throws -> (data: DataFolder, copy: URL) {
        let data = try await DataFolder()
        let copy = folder.appending(path: "copy")
        #expect(try run(["import", "newsml", folder.path, "--data", data.folder.path]).output.contains("Using"))
        try Data("a picture".utf8).write(to: data.folder.appending(path: "pictures/\(Self.picture)"))
        try Data("{}".utf8).write(to: data.folder.appending(path: "broadsheet.json"))
        let done = try run(["backup", "--data", data.folder.path, copy.path])
        #expect(done.status == 0 && done.output.contains("1 picture file."), "\(done)")
        return (data, copy)
    }

    @Test("A copied data folder is restored with the comments in its write-ahead log, unless it is being served")
    func log() async throws {
        defer { try? files.removeItem(at: folder) }
        let data = try await DataFolder()
        defer { data.remove() }
        let (copy, target) = (folder.appending(path: "copy"), folder.appending(path: "target"))
        try await data.open { database in
            try await database.write { tx in
                try tx.run("INSERT INTO link_cards VALUES (1, 'https://a.example', 'fetched', '', '', '', 0)")
            }
            try files.copyItem(at: data.folder, to: copy)
        }
        #expect(files.fileExists(atPath: copy.appending(path: "broadsheet.sqlite-wal").path))
        #expect(try run(["restore", copy.path, "--data", target.path]).status == 0)
        let database = Database(engine: try SQLiteEngine(file: target.appending(path: "broadsheet.sqlite")))
        let cards: Int? = try await database.read { try $0.value("SELECT COUNT(*) FROM link_cards") }
        #expect(cards == 1)
        await database.close()
        try await onAThread {
            let program = try data.serve()
            _ = try #require(program.port())
            let done = try run(["restore", data.folder.path, "--data", folder.appending(path: "other").path])
            #expect(done.status == 1 && done.output.contains("is in use"), "\(done)")
            program.askToStop()
            #expect(program.end().status == 0)
        }
        #expect(!files.fileExists(atPath: folder.appending(path: "other").path))
    }

    @Test(
        "A restore that is killed at any rename can be repeated, and until then no command opens the folder",
        .enabled(if: Program.canBeTraced, "needs strace"))
    func killed() async throws {
        defer { try? files.removeItem(at: folder) }
        let (data, copy) = try await backedUp()
        defer { data.remove() }
        for number in 1...4 {
            let target = folder.appending(path: "target \(number)")
            let calls = "?rename,?renameat,?renameat2:signal=SIGKILL:when=\(number)"
            let killed = try run(
                ["restore", copy.path, "--data", target.path],
                shell: "set -- strace -f -qq -o /dev/null -e inject=\(calls) \"$@\"")
            #expect(killed.status != 0, "\(killed)")
            if !files.fileExists(atPath: target.appending(path: "broadsheet.sqlite").path) {
                for command in [["serve", "--port", "0"], ["check"]] {
                    let refused = try run(command + ["--data", target.path])
                    #expect(refused.status == 78 && refused.output.contains("a restore into it"), "\(refused)")
                }
                let again = try run(["restore", copy.path, "--data", target.path])
                #expect(again.status == 0, "\(number): \(again)")
            }
            let names = try files.subpathsOfDirectory(atPath: target.path).filter { !$0.hasPrefix(".broadsheet-") }
            #expect(
                Set(names).isSuperset(of: [
                    "broadsheet.json", "broadsheet.sqlite", "pictures", "pictures/\(Self.picture)", "secret.key",
                ]), "\(names)")
            #expect(try run(["check", "--data", target.path]).output.contains("sound: "))
        }
    }

    @Test(
        "A list or a file that somebody has changed is refused, and no folder is made",
        arguments: [
            "sed -i 's/broadsheet.json/..\\/x/' backup.json",
            "sed -i 's/\"broadsheet.json/\"\\/etc\\/passwd/' backup.json",
            "sed -i 's/\"comments\" : 0/\"comments\" : 1/' backup.json", "touch broadsheet.sqlite-wal",
            "echo x > pictures/x.jpg", "rm secret.key; ln -s /etc/passwd secret.key",
            "ln -s /etc/passwd pictures/x.jpg",
            "rm broadsheet.json; mkfifo broadsheet.json", "mkfifo pictures/x.jpg", "rm backup.json; mkfifo backup.json",
            "rm backup.json; ln -s /etc/passwd pictures/x.jpg", "rm backup.json; echo x > pictures/\(picture)",
            "mv pictures p; ln -s p pictures",
        ])
    func changed(how: String) async throws {
        defer { try? files.removeItem(at: folder) }
        let (data, copy) = try await backedUp()
        defer { data.remove() }
        let target = folder.appending(path: "target")
        let done = try run(["restore", copy.path, "--data", target.path], shell: "(cd '\(copy.path)'; \(how))")
        #expect([1, 78].contains(done.status) && done.output.contains("broadsheet: \(copy.path)"), "\(done)")
        #expect(!files.fileExists(atPath: target.path))
    }

    @Test("A damaged picture and a link among the pictures are found when a backup is made")
    func pictures() async throws {
        defer { try? files.removeItem(at: folder) }
        let (data, _) = try await backedUp()
        defer { data.remove() }
        let (shelf, picture) = (
            folder.appending(path: "shelf"), data.folder.appending(path: "pictures/\(Self.picture)")
        )
        let backup = ["backup", "--data", data.folder.path, "--keep", "1", shelf.path]
        try Data("another".utf8).write(to: picture)
        let done = try run(backup)
        #expect(done.status == 1 && done.output.contains("\(Self.picture) is damaged"), "\(done)")
        let name = try #require(try files.contentsOfDirectory(atPath: shelf.path).first)
        let back = try run(["restore", shelf.appending(path: name).path, "--data", folder.appending(path: "a").path])
        #expect(back.status == 0 && back.output.contains("1 picture file of the newspaper"), "\(back)")
        try files.removeItem(at: picture)
        try files.createSymbolicLink(at: picture, withDestinationURL: URL(filePath: "/etc/passwd"))
        let link = try run(["backup", "--data", data.folder.path, folder.appending(path: "b").path])
        #expect(link.status == 78 && link.output.contains("is not a regular file"), "\(link)")
    }

    @Test("--keep spares the new backup, links, and backups with files of somebody else")
    func keep() async throws {
        defer { try? files.removeItem(at: folder) }
        let (data, copy) = try await backedUp()
        defer { data.remove() }
        let shelf = folder.appending(path: "shelf")
        try files.createDirectory(at: shelf, withIntermediateDirectories: true)
        for year in ["2001", "2002", "2999"] {
            try files.copyItem(at: copy, to: shelf.appending(path: "broadsheet-\(year)-01-01T000000Z"))
        }
        try files.createSymbolicLink(
            at: shelf.appending(path: "broadsheet-2000-01-01T000000Z"), withDestinationURL: copy)
        try Data().write(to: shelf.appending(path: "broadsheet-2002-01-01T000000Z/notes.txt"))
        let done = try run(["backup", "--data", data.folder.path, "--keep", "1", shelf.path])
        #expect(done.status == 0 && done.output.contains("2999-01-01T000000Z has a date in the future"), "\(done)")
        #expect(done.output.contains("2002-01-01T000000Z was not deleted: notes.txt"), "\(done)")
        let left = try files.contentsOfDirectory(atPath: shelf.path).sorted()
        #expect(left.count == 3 && left[0].contains("2000") && left[1].contains("2002"), "\(left)")
        #expect(files.fileExists(atPath: copy.appending(path: "backup.json").path))
    }

    @Test("A target inside the source, or below a missing folder, is refused")
    func targets() async throws {
        defer { try? files.removeItem(at: folder) }
        let (data, copy) = try await backedUp()
        defer { data.remove() }
        let link = folder.appending(path: "link")
        for (place, command, words) in [
            (copy, ["restore", copy.path, "--data", "\(link.path)/new"], "is inside the backup"),
            (data.folder, ["backup", "--data", data.folder.path, "\(link.path)/new"], "is inside the data folder"),
            (copy, ["restore", copy.path, "--data", "\(folder.path)/no/new"], "Mount its disk"),
            (copy, ["backup", "--data", data.folder.path, "\(folder.path)/no/new"], "Mount its disk"),
            (copy, ["backup", "--data", data.folder.path, "--keep", "1", "\(folder.path)/no/new"], "Mount its disk"),
        ] {
            try? files.removeItem(at: link)
            try files.createSymbolicLink(at: link, withDestinationURL: place)
            let done = try run(command)
            #expect(done.status == 78 && done.output.contains(words), "\(command): \(done)")
        }
    }
}
