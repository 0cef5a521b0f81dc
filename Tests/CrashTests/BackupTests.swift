import Database
import Foundation
import Newsroom
import Storage
import Testing

@Suite(
    "Backing up and restoring", .enabled(if: Program.isBuilt, "the program is not built"), .timeLimit(.minutes(5)))
struct BackupTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "broadsheet-backups-\(UUID())")
    private let files = FileManager.default

    init() throws { try files.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
        try Program(arguments, shell: "exec 2>&1").end()
    }

    private static let picture = "92b2fa58028958317e40-320.jpg"

    /// A newspaper with a key, and a picture that the database names.
    private func filled() async throws -> DataFolder {
        let data = try await DataFolder()
        try await data.open { database in
            try await database.write { tx in
                try tx.run("INSERT INTO link_cards VALUES (1, 'https://a.example', 'fetched', '', '', '', 0)")
                try tx.run("INSERT INTO card_renditions VALUES (1, 'jpg', 320, 200, $1)", Self.picture)
            }
        }
        #expect(try run(["import", "newsml", folder.path, "--data", data.folder.path]).output.contains("Using"))
        try Data("a picture".utf8).write(to: data.folder.appending(path: "pictures/\(Self.picture)"))
        try Data(#"{"house": {"name": "The Harbor"}}"#.utf8).write(to: data.folder.appending(path: "broadsheet.json"))
        #expect(try data.faults() == [])
        return data
    }

    private func names(in place: URL) throws -> [String] { try files.subpathsOfDirectory(atPath: place.path).sorted() }

    private static let whole = [
        "backup.json", "broadsheet.json", "broadsheet.sqlite", "pictures", "pictures/\(picture)", "secret.key",
    ]

    @Test("A backup is verified, and a restored newspaper equals the old one")
    func restored() async throws {
        defer { try? files.removeItem(at: folder) }
        let data = try await filled()
        defer { data.remove() }
        let (copy, target) = (folder.appending(path: "copy"), folder.appending(path: "target"))
        let done = try run(["backup", "--data", data.folder.path, copy.path])
        #expect(
            done.status == 0 && done.output.contains("It was verified: 2 stories, 0 comments, 1 picture file."),
            "\(done)")
        #expect(try names(in: copy) == Self.whole)
        #expect(try names(in: folder) == ["copy"] + Self.whole.map { "copy/\($0)" })
        #expect(try run(["backup", "--data", data.folder.path, copy.path]).output.contains("already exists"))
        let back = try run(["restore", copy.path, "--data", target.path])
        #expect(back.status == 0 && back.output.contains("is restored in \(target.path)"), "\(back)")
        #expect(try names(in: target) == Self.whole.filter { $0 != "backup.json" })
        #expect(try run(["check", "--data", target.path]).output.contains("sound: "))
        for name in ["secret.key", "broadsheet.json", "pictures/\(Self.picture)"] {
            #expect(
                files.contentsEqual(
                    atPath: data.folder.appending(path: name).path, andPath: target.appending(path: name).path))
        }
        let again = try run(["restore", copy.path, "--data", target.path])
        #expect(
            again.status == 78 && again.output.contains("is not empty")
                && again.output.contains("find '\(target.path)'"))
        for command in [["check"], ["serve", "--port", "0"], ["staff", "list"]] {
            let refused = try run(command + ["--data", copy.path])
            #expect(
                refused.status == 78 && refused.output.contains("is a backup. Opening it would change it"),
                "\(refused)")
        }
        #expect(try names(in: copy) == Self.whole)
    }

    @Test(
        "A backup that is damaged is not restored, and the target stays empty",
        arguments: [
            "cut broadsheet.sqlite", "spoil broadsheet.sqlite", "remove secret.key", "spoil secret.key",
            "remove pictures/\(picture)", "cut pictures/\(picture)", "spoil backup.json", "remove broadsheet.sqlite",
        ])
    func damaged(what: String) async throws {
        defer { try? files.removeItem(at: folder) }
        let data = try await filled()
        defer { data.remove() }
        let (copy, target) = (folder.appending(path: "copy"), folder.appending(path: "target"))
        #expect(try run(["backup", "--data", data.folder.path, copy.path]).status == 0)
        let parts = what.split(separator: " ").map(String.init)
        let file = copy.appending(path: parts[1])
        let content = try Data(contentsOf: file)
        try files.removeItem(at: file)
        switch parts[0] {
        case "cut": try content.dropLast(5).write(to: file)
        case "spoil": try Data(repeating: 7, count: content.count).write(to: file)
        default: break
        }
        try files.createDirectory(at: target, withIntermediateDirectories: true)
        let done = try run(["restore", copy.path, "--data", target.path])
        #expect(
            [1, 78].contains(done.status) && done.output.hasPrefix("broadsheet: \(copy.path)")
                || done.output.contains("no backup"), "\(done)")
        #expect(done.output.count { $0 == "\n" } == 1, "\(done)")
        #expect(try names(in: target) == [])
    }

    @Test("--keep keeps the newest backups, and deletes nothing else")
    func keep() async throws {
        defer { try? files.removeItem(at: folder) }
        let data = try await filled()
        defer { data.remove() }
        let shelf = folder.appending(path: "shelf")
        #expect(try run(["backup", "--data", data.folder.path, "--keep", "2", shelf.path]).status == 0)
        let first = try #require(try files.contentsOfDirectory(atPath: shelf.path).first)
        #expect(first.wholeMatch(of: /broadsheet-\d{4}-\d{2}-\d{2}T\d{6}Z/) != nil, "\(first)")
        for year in ["2001", "2002", "2003"] {
            try files.copyItem(
                at: shelf.appending(path: first), to: shelf.appending(path: "broadsheet-\(year)-01-01T000000Z"))
        }
        // Neither a folder with another name, nor one without a list, nor a run that is under way, is deleted.
        try files.copyItem(at: shelf.appending(path: first), to: shelf.appending(path: "before-the-move"))
        for name in ["broadsheet-2000-01-01T000000Z", "notes"] {
            try files.createDirectory(at: shelf.appending(path: name), withIntermediateDirectories: true)
        }
        // A run that was killed left this one behind.
        try files.createDirectory(
            at: shelf.appending(path: ".broadsheet-unfinished-\(UUID())"), withIntermediateDirectories: true)
        try files.moveItem(at: shelf.appending(path: first), to: shelf.appending(path: "broadsheet-2004-01-01T000000Z"))
        let done = try run(["backup", "--data", data.folder.path, "--keep", "2", shelf.path])
        #expect(
            done.status == 0 && done.output.contains("Deleted the backup broadsheet-2003-01-01T000000Z."), "\(done)")
        let left = try files.contentsOfDirectory(atPath: shelf.path).sorted()
        #expect(
            left.count == 5 && left[0] == "before-the-move" && left[1] == "broadsheet-2000-01-01T000000Z", "\(left)")
        #expect(left[2] == "broadsheet-2004-01-01T000000Z" && left[4] == "notes", "\(left)")
        let several = try run(["restore", shelf.path, "--data", folder.appending(path: "target").path])
        #expect(several.status == 78 && several.output.contains("the newest is \(left[3])"), "\(several)")
        #expect(try run(["backup", "--data", data.folder.path, "--keep", "0", shelf.path]).status == 2)
    }

    @Test("A picture that the newspaper lacks is named; the backup is kept, and no older one is deleted")
    func incomplete() async throws {
        defer { try? files.removeItem(at: folder) }
        let data = try await filled()
        defer { data.remove() }
        let shelf = folder.appending(path: "shelf")
        #expect(try run(["backup", "--data", data.folder.path, "--keep", "1", shelf.path]).status == 0)
        let first = try #require(try files.contentsOfDirectory(atPath: shelf.path).first)
        let old = "broadsheet-2001-01-01T000000Z"
        try files.moveItem(at: shelf.appending(path: first), to: shelf.appending(path: old))
        try files.removeItem(at: data.folder.appending(path: "pictures/\(Self.picture)"))
        let done = try run(["backup", "--data", data.folder.path, "--keep", "1", shelf.path])
        #expect(
            done.status == 1 && done.output.contains("fault: the picture file \(Self.picture) is missing"), "\(done)")
        let names = try files.contentsOfDirectory(atPath: shelf.path).sorted()
        try #require(names.count == 2 && names[0] == old)
        let target = folder.appending(path: "target")
        #expect(try run(["restore", shelf.appending(path: names[1]).path, "--data", target.path]).status == 0)
    }

    @Test("A lost original is found by check and by backup, which then deletes nothing")
    func lostOriginal() async throws {
        defer { try? files.removeItem(at: folder) }
        let data = try await filled()
        defer { data.remove() }
        let original = "original-0123456789abcdef0123.jpg"
        try await data.open { database in
            try await database.write { tx in
                try tx.run(
                    """
                    INSERT INTO pictures (digest, caption, alternative_text, chain, is_handout, original)
                    VALUES ('d', '', '', '', 0, $1)
                    """, original)
            }
        }
        let sentence = "fault: the picture file \(original) is missing"
        #expect(try data.faults() == [sentence])
        let shelf = folder.appending(path: "shelf")
        let done = try run(["backup", "--data", data.folder.path, "--keep", "1", shelf.path])
        #expect(done.status == 1 && done.output.contains(sentence), "\(done)")
        let name = try #require(try files.contentsOfDirectory(atPath: shelf.path).first)
        let target = folder.appending(path: "target")
        let back = try run(["restore", shelf.appending(path: name).path, "--data", target.path])
        #expect(back.status == 0 && back.output.contains("missing or damaged, such as \(original)"), "\(back)")
    }

    @Test("A move into the same place is refused, by whatever name")
    func moveToItself() async throws {
        defer { try? files.removeItem(at: folder) }
        let data = try await filled()
        defer { data.remove() }
        let link = folder.appending(path: "link")
        try files.createSymbolicLink(at: link, withDestinationURL: data.folder)
        for (from, to) in [
            (data.folder.path, data.folder.path + "/"), (data.folder.path, link.path),
            ("postgres://a@localhost/news", "postgresql://a:secret@localhost:5432/news"),
        ] {
            let done = try run(["move", "--from", from, "--to", to])
            #expect(done.status == 78 && done.output.contains("are the same place"), "\(done)")
            #expect(!done.output.contains("secret"))
        }
        let typo = try run(["move", "--from", folder.appending(path: "typo").path, "--to", data.folder.path])
        #expect(typo.status == 78 && typo.output.contains("Check --from"), "\(typo)")
        #expect(try data.faults() == [])
    }

    @Test(
        "A folder that is being served is neither moved, nor restored into, nor given another key; the backup goes on")
    func served() async throws {
        defer { try? files.removeItem(at: folder) }
        let data = try await filled()
        defer { data.remove() }
        let (copy, other) = (folder.appending(path: "copy"), folder.appending(path: "other"))
        let source = try await DataFolder()
        defer { source.remove() }
        try await onAThread {
            let program = try data.serve()
            _ = try #require(program.port())
            #expect(try run(["backup", "--data", data.folder.path, copy.path]).status == 0)
            for command in [
                ["move", "--from", data.folder.path, "--to", other.path],
                ["move", "--from", source.folder.path, "--to", data.folder.path],
                ["restore", copy.path, "--data", data.folder.path], ["key", "accept", "--data", data.folder.path],
            ] {
                let done = try run(command)
                #expect(done.status == 1 && done.output.contains("is in use"), "\(command): \(done)")
            }
            program.askToStop()
            #expect(program.end().status == 0)
        }
        #expect(
            try run(["move", "--from", data.folder.path, "--to", folder.appending(path: "third").path]).status == 0)
    }
}
