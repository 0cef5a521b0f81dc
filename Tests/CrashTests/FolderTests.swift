import Foundation
import Testing

@Suite(
    "The data folder", .enabled(if: Program.isBuilt, "the program is not built"), .serialized,
    .timeLimit(.minutes(5)))
struct FolderTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "broadsheet-folders-\(UUID())")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func run(_ arguments: [String], input: String = "", shell: String = ":") throws -> (
        status: Int32, output: String
    ) {
        try Program(arguments, input: input, shell: "\(shell); exec 2>&1").end()
    }

    /// The modes of a folder and of everything in it.
    private func modes(below place: URL) throws -> [String: Int] {
        let files = FileManager.default
        let paths = [""] + (try files.subpathsOfDirectory(atPath: place.path))
        return try Dictionary(
            uniqueKeysWithValues: paths.map { path in
                let found = try files.attributesOfItem(atPath: place.appending(path: path).path)[.posixPermissions]
                return (path, (found as? NSNumber)?.intValue ?? -1)
            })
    }

    private func expectClosed(_ place: URL, _ names: Set<String>) throws {
        let modes = try modes(below: place)
        #expect(names.isSubset(of: modes.keys), "\(modes.keys)")
        for (path, mode) in modes { #expect(mode & 0o077 == 0, "\(path) has \(String(mode, radix: 8))") }
    }

    @Test(
        "A command that needs a newspaper does not create one in a mistyped folder",
        arguments: [
            ["check"], ["backup", "COPY"], ["staff", "list"], ["staff", "remove", "--email", "anna@example.org"],
            ["staff", "add", "--email", "anna@example.org", "--role", "editor"],
            ["staff", "role", "--email", "anna@example.org", "--role", "editor"],
            ["staff", "password", "--email", "anna@example.org"], ["staff", "sessions", "--email", "anna@example.org"],
            ["jobs"], ["jobs", "retry", "1"], ["jobs", "drop", "--failed"],
        ])
    func mistyped(command: [String]) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let command = command.map { $0 == "COPY" ? folder.appending(path: "copy").path : $0 }
        let empty = folder.appending(path: "empty")
        try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
        for place in [folder.appending(path: "typo"), empty] {
            let done = try run(command + ["--data", place.path], input: "a password for the test\n")
            #expect(done.status == 78)
            let sentence = "There is no newspaper in \(place.path). Check --data"
            #expect(done.output.hasPrefix("broadsheet: \(sentence)") && done.output.count { $0 == "\n" } == 1)
        }
        #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path) == ["empty"])
    }

    @Test("An import creates a newspaper if there is none, and says so")
    func imported() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let (wire, data) = (folder.appending(path: "wire"), folder.appending(path: "data"))
        try FileManager.default.createDirectory(at: wire, withIntermediateDirectories: true)
        let first = try run(["import", "newsml", wire.path, "--data", data.path], shell: "umask 022")
        #expect(first.output.contains("Created a new newspaper in \(data.path)."))
        try expectClosed(data, ["broadsheet.sqlite", "pictures"])
        let second = try run(["import", "newsml", wire.path, "--data", data.path])
        #expect(!second.output.contains("Created a new newspaper"))
        #expect(try run(["staff", "list", "--data", data.path]).status == 0)
    }

    @Test("Other users cannot read the files of serve, move and backup, whatever the umask")
    func modes() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let (data, moved, copy) = (
            folder.appending(path: "deep/data"), folder.appending(path: "moved"), folder.appending(path: "copy")
        )
        let line = try await onAThread {
            let program = try Program(["serve", "--data", data.path, "--port", "0"], shell: "umask 000")
            _ = try #require(program.port())
            try expectClosed(
                folder.appending(path: "deep"),
                [
                    "data/broadsheet.sqlite", "data/broadsheet.sqlite-wal", "data/broadsheet.sqlite-shm",
                    "data/secret.key",
                ])
            program.askToStop()
            return program.end().status
        }
        #expect(line == 0)
        #expect(try run(["move", "--from", data.path, "--to", moved.path], shell: "umask 000").status == 0)
        try expectClosed(moved, ["broadsheet.sqlite"])
        // The backup is private even if others can read the original files.
        try Data("a picture".utf8).write(to: data.appending(path: "pictures/92b2fa58028958317e40-320.jpg"))
        try Data("{}".utf8).write(to: data.appending(path: "broadsheet.json"))
        for (path, mode) in [("pictures/92b2fa58028958317e40-320.jpg", 0o644), ("pictures", 0o755), ("", 0o755)] {
            try FileManager.default.setAttributes(
                [.posixPermissions: mode], ofItemAtPath: data.appending(path: path).path)
        }
        #expect(try run(["backup", "--data", data.path, copy.path], shell: "umask 000").status == 0)
        try expectClosed(
            copy,
            ["broadsheet.sqlite", "broadsheet.json", "secret.key", "pictures/92b2fa58028958317e40-320.jpg"])
    }

    @Test(
        "Other users cannot read the files of the demo edition",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/vips")))
    func demo() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let data = folder.appending(path: "data")
        #expect(try run(["demo", "--data", data.path], shell: "umask 000").status == 0)
        try expectClosed(data, ["broadsheet.sqlite", "broadsheet.json", "pictures"])
        #expect(try modes(below: data.appending(path: "pictures")).count > 10)
    }

    @Test("A folder that others can read keeps its mode, and check and serve say how to close it")
    func open() async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: data.folder.path)
        let told = "chmod -R go= '\(data.folder.path)'"
        let checked = try run(["check", "--data", data.folder.path])
        #expect(checked.output.contains("note: Other users of this machine can read") && checked.output.contains(told))
        let log = try await onAThread {
            let program = try Program(
                ["serve", "--data", data.folder.path, "--port", "0"], shell: "exec 2>'\(data.folder.path)/log'")
            _ = program.port()
            program.askToStop()
            #expect(program.end().status == 0)
            return try String(contentsOf: data.folder.appending(path: "log"), encoding: .utf8)
        }
        #expect(log.split(separator: "\n").count { $0.contains(told) } == 1)
        #expect(try modes(below: data.folder)[""] == 0o755)
        let mended = Process()
        mended.executableURL = URL(filePath: "/bin/sh")
        mended.arguments = ["-c", told]
        try mended.run()
        mended.waitUntilExit()
        #expect(try !run(["check", "--data", data.folder.path]).output.contains("note:"))
    }

    @Test(
        "A folder that others can only enter gets the note only if they can read a file in it",
        arguments: [0o644, 0o600])
    func passed(mode: Int) async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        let files = FileManager.default
        for (path, mode) in [("", 0o711), ("broadsheet.sqlite", mode)] {
            try files.setAttributes([.posixPermissions: mode], ofItemAtPath: data.folder.appending(path: path).path)
        }
        let checked = try run(["check", "--data", data.folder.path])
        #expect(checked.output.contains("chmod -R go=") == (mode == 0o644))
    }
}
