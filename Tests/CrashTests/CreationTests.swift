import Foundation
import Testing

@Suite(
    "Creating a newspaper, and recognizing one", .enabled(if: Program.isBuilt, "the program is not built"),
    .timeLimit(.minutes(5)))
struct CreationTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "broadsheet-creation-\(UUID())")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
        try Program(arguments, input: "a password for the test\n", shell: "exec 2>&1").end()
    }

    /// The commands that create a newspaper, for the folder `place`.
    private func creating(_ place: URL) async throws -> [[String]] {
        let (source, wire) = (try await DataFolder(), folder.appending(path: "wire"))
        try FileManager.default.createDirectory(at: wire, withIntermediateDirectories: true)
        return [
            ["serve", "--data", place.path, "--port", "0"], ["demo", "--data", place.path],
            ["import", "newsml", wire.path, "--data", place.path],
            ["move", "--from", source.folder.path, "--to", place.path],
        ]
    }

    @Test("No command makes a newspaper among the files of something else")
    func foreign() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let place = folder.appending(path: "etc")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try Data("x".utf8).write(to: place.appending(path: "hosts"))
        for command in try await creating(place) {
            let done = try run(command)
            #expect(done.status == 78 && done.output.hasPrefix("broadsheet: \(place.path) "), "\(done)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: place.path) == ["hosts"])
        }
    }

    @Test("A new file system with its folder lost+found counts as empty")
    func fileSystem() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let place = folder.appending(path: "volume")
        try FileManager.default.createDirectory(
            at: place.appending(path: "lost+found"), withIntermediateDirectories: true)
        let wire = folder.appending(path: "wire")
        try FileManager.default.createDirectory(at: wire, withIntermediateDirectories: true)
        let done = try run(["import", "newsml", wire.path, "--data", place.path])
        #expect(done.output.contains("Created a new newspaper in \(place.path)."), "\(done)")
    }

    @Test(
        "A database that was emptied, lost or damaged is refused by every command, with what to do",
        arguments: [Data?.none, Data(), Data(repeating: 7, count: 8_192), Data("SQLite format 3\0garbage".utf8)])
    func emptied(content: Data?) async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let data = try await DataFolder()
        defer { data.remove() }
        let database = data.folder.appending(path: "broadsheet.sqlite")
        try Data(repeating: 1, count: 32).write(to: data.folder.appending(path: "secret.key"))
        try FileManager.default.removeItem(at: database)
        if let content { try content.write(to: database) }
        let place = ["--data", data.folder.path]
        for command in [
            ["serve", "--port", "0"], ["check"], ["staff", "list"], ["jobs"], ["import", "newsml", folder.path],
            ["backup", folder.appending(path: "copy").path],
        ] {
            let done = try run(command + place)
            #expect(done.status == 78, "\(command): \(done)")
            #expect(done.output.contains("is damaged (") || done.output.contains("is missing or empty"), "\(done)")
            #expect(done.output.contains("`broadsheet restore`") && done.output.count { $0 == "\n" } == 1)
        }
        #expect((try? Data(contentsOf: database)) == content)
    }

    @Test("A database of another program is refused and stays as it is")
    func otherProgram() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "broadsheet.sqlite")
        let shell = Process()
        shell.executableURL = URL(filePath: "/usr/bin/python3")
        shell.arguments = ["-c", "import sqlite3; sqlite3.connect('\(file.path)').execute('CREATE TABLE grdb (a)')"]
        try shell.run()
        shell.waitUntilExit()
        let before = try Data(contentsOf: file)
        for command in try await creating(folder).dropLast() where command[0] != "demo" {
            let done = try run(command)
            #expect(done.status == 78 && done.output.contains("of another program"), "\(command): \(done)")
            #expect(!done.output.contains("grdb"))
        }
        #expect(try Data(contentsOf: file) == before)
    }

    @Test("A server whose database file or tables vanish is not ready")
    func vanished() async throws {
        for vanish in [
            "rm '%'", "mv '%' '%.old'",
            "python3 -c \"import sqlite3; c = sqlite3.connect('%'); c.execute('PRAGMA foreign_keys = OFF'); c.execute('DROP TABLE stories')\"",
        ] {
            let data = try await DataFolder()
            defer { data.remove() }
            try await onAThread {
                let program = try data.serve()
                let line = try Line(port: try #require(program.port()))
                #expect(try line.get("/ready").status == 200)
                let shell = Process()
                shell.executableURL = URL(filePath: "/bin/sh")
                let file = data.folder.appending(path: "broadsheet.sqlite").path
                shell.arguments = ["-c", vanish.replacing("%", with: file)]
                try shell.run()
                shell.waitUntilExit()
                #expect(shell.terminationStatus == 0)
                #expect(try line.get("/ready").status == 503)
                program.kill()
            }
        }
    }
}
