import Foundation
import Testing

@Suite(
    "Files that cannot be used", .enabled(if: Program.isBuilt, "the program is not built"), .serialized,
    .timeLimit(.minutes(5)))
struct PlaceTests {
    private static let isRoot = geteuid() == 0
    private static let commands = [
        ["serve", "--port", "0"], ["check"], ["staff", "list"], ["jobs", "list"], ["import", "newsml", "/etc/hosts"],
    ]

    /// Runs a command, as the user nobody if `prefix` says so, and expects one sentence that has all of `words`.
    private func expect(
        _ words: [String], of command: [String], on data: DataFolder, by prefix: String = "", status: Int32 = 78
    ) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments =
            ["-c", "exec \(prefix) \"$@\" 2>&1", "sh", Program.file.path] + command + ["--data", data.folder.path]
        process.environment = ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "BROADSHEET_ENVIRONMENT_FILE": ""]
        let output = Pipe()
        process.standardOutput = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let said = Program.withoutStart(
            String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self))
        process.waitUntilExit()
        #expect(process.terminationStatus == status, "\(command): \(said)")
        #expect(words.allSatisfy(said.contains), "\(command): \(said)")
        #expect(said.hasPrefix("broadsheet: ") && said.count { $0 == "\n" } == 1, "\(command): \(said)")
        for raw in ["Error", "Domain", "Optional", "errno", "SQLITE", "grdb"] {
            #expect(!said.contains(raw), "\(said)")
        }
    }

    @Test("Folders in place of files, files in place of folders, and links to nowhere")
    func kinds() async throws {
        let files = FileManager.default
        for (name, isLink) in [
            ("broadsheet.sqlite", false), ("broadsheet.sqlite", true), ("broadsheet.json", false),
            ("broadsheet.json", true), ("pictures", true),
        ] {
            let data = try await DataFolder()
            defer { data.remove() }
            let place = data.folder.appending(path: name)
            try? files.removeItem(at: place)
            if isLink {
                try files.createSymbolicLink(at: place, withDestinationURL: URL(filePath: "/nowhere/x"))
            } else {
                try files.createDirectory(at: place, withIntermediateDirectories: false)
            }
            for command in Self.commands {
                try expect(
                    [place.path, isLink ? "symbolic link to /nowhere/x" : "is not a file"], of: command, on: data)
            }
        }
        let data = try await DataFolder()
        defer { data.remove() }
        try Data().write(to: data.folder.appending(path: "pictures"))
        for command in Self.commands { try expect(["pictures is not a folder"], of: command, on: data) }
    }

    @Test(
        "A folder or a file that belongs to another user is refused with the owner's name",
        .enabled(if: isRoot, "only root can run a command as another user"))
    func owners() async throws {
        let nobody = "setpriv --reuid 65534 --regid 65534 --clear-groups"
        let files = FileManager.default
        for (name, mode) in [
            ("", 0o755), ("broadsheet.sqlite", 0o600), ("broadsheet.json", 0o600), ("secret.key", 0o600),
        ] {
            let data = try await DataFolder()
            defer { data.remove() }
            let place = data.folder.appending(path: name)
            if name.hasSuffix("json") { try Data("{}".utf8).write(to: place) }
            if name.hasSuffix("key") { try Data(repeating: 1, count: 32).write(to: place) }
            let others = try files.subpathsOfDirectory(atPath: data.folder.path).filter { $0 != name }
            for other in [""] + others where name != "" {
                try files.setAttributes(
                    [.ownerAccountID: 65_534], ofItemAtPath: data.folder.appending(path: other).path)
            }
            try files.setAttributes([.posixPermissions: mode], ofItemAtPath: place.path)
            for command in Self.commands {
                try expect(["nobody may not use", "belongs to root", "as root"], of: command, on: data, by: nobody)
            }
        }
    }

    @Test(
        "A file system that is read-only or full is named as such",
        .enabled(if: isRoot, "only root can mount a file system"))
    func mounts() async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        let place = "'\(data.folder.path)'"
        let full = "mount -t tmpfs -o size=128k tmpfs \(place)"
        let readOnly = "mount --bind \(place) \(place) && mount -o remount,ro,bind \(place)"
        guard try Self.succeeds("unshare --mount sh -c \"\(full)\"") else { return }
        func mounted(_ mount: String) -> String { "unshare --mount sh -c \"\(mount) && exec \\\"\\$@\\\"\" sh" }
        for command in Self.commands {
            try expect(["mounted read-only"], of: command, on: data, by: mounted(readOnly))
        }
        for command in Self.commands where ["serve", "import"].contains(command[0]) {
            try expect(["free space"], of: command, on: data, by: mounted(full), status: 1)
        }
    }

    private static func succeeds(_ command: String) throws -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "\(command) 2>/dev/null"]
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
