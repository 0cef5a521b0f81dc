import Foundation
import Testing

@Suite("Settings of commands", .enabled(if: Program.isBuilt, "the program is not built"), .timeLimit(.minutes(5)))
struct ConfigTests {
    private static let commands = [
        ["serve", "--port", "0"], ["check"], ["staff", "list"], ["jobs"], ["config"], ["backup", "/nowhere/copy"],
        ["import", "newsml", "/"],
    ]

    private func run(_ arguments: [String], settings: [String: String] = [:], shell: String = ":") throws -> (
        status: Int32, output: String
    ) {
        try Program(arguments, settings: settings, shell: "\(shell); exec 2>&1").end()
    }

    private func write(_ text: String, to name: String = "broadsheet.json", in data: DataFolder) throws -> URL {
        let file = data.folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file
    }

    @Test("Every command refuses a misspelt setting and names the nearest one")
    func misspelt() async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        let file = try write(#"{"house": {"naem": "A"}, "smtp": {"relay": "x"}}"#, in: data)
        for command in Self.commands {
            let done = try run(command + ["--data", data.folder.path])
            #expect(done.status == 78, "\(command): \(done)")
            #expect(
                done.output.hasSuffix(
                    """
                    broadsheet: \(file.path), line 1: house.naem is not a setting. Did you mean house.name?
                    \(file.path), line 1: smtp.relay is not a setting. `broadsheet config` lists all settings.

                    """), "\(done)")
        }
        try FileManager.default.removeItem(at: file)
        for command in Self.commands {
            let done = try run(
                command + ["--data", data.folder.path], settings: ["BROADSHEET_DATABASSE": "postgres://a:secret@b/c"])
            #expect(done.status == 78, "\(command): \(done)")
            #expect(
                done.output.hasSuffix(
                    "broadsheet: BROADSHEET_DATABASSE is not a setting. Did you mean BROADSHEET_DATABASE?\n"))
            #expect(!done.output.contains("secret"))
        }
    }

    @Test(
        "Broken JSON and values of the wrong type are refused with the line",
        arguments: [
            ("{\n  \"house\": {\n    \"name\": \"A\"\n    \"tagline\": \"B\"\n  }\n}", "line 4, column 5: a comma"),
            ("{\"house\": {\"name\": 5}}", "line 1: house.name must be a text in quotes, not the number 5."),
            ("", "line 1, column 1: the text ends too early."), ("[]", "line 1: the text must begin with a brace."),
        ])
    func broken(text: String, sentence: String) async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        let file = try write(text, in: data)
        let done = try run(["check", "--data", data.folder.path])
        #expect(done.status == 78 && done.output.hasPrefix("broadsheet: \(file.path), \(sentence)"), "\(done)")
    }

    @Test("config shows each value and its source, and masks passwords")
    func table() async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        let file = try write(#"{"house": {"name": "The Harbor"}, "session": {"hours": 3}}"#, in: data)
        let environment = try write(
            "# the service\nBROADSHEET_DATABASE='postgres://me:geheim@db/news'\nBROADSHEET_SESSION_HOURS=4\n",
            to: "environment", in: data)
        let place = ["--data", data.folder.path, "--environment-file", environment.path]
        let shown = try run(["config"] + place, settings: ["BROADSHEET_FEEDS_TEXT": "summary"])
        #expect(shown.status == 0, "\(shown)")
        for line in [
            "house.name +The Harbor +\(file.path)", "session.hours +4 +\(environment.path)",
            "database +postgres://me:…@db/news +\(environment.path)",
            "feeds.text +summary +environment variable BROADSHEET_FEEDS_TEXT", "request.seconds +20 +default",
        ] { #expect(try shown.output.contains(Regex("(?m)^\(line)$")), "\(line) in \(shown.output)") }
        #expect(!shown.output.contains("geheim"))
        let option = try run(["config", "--database", "postgres://a:b@c/d"] + place)
        #expect(try option.output.contains(Regex("database +postgres://a:…@c/d +option --database")), "\(option)")
        let json = try run(["config", "--json"] + place).output
        let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        #expect(read?["dataFolder"] as? String == data.folder.path && !json.contains("geheim"))
    }

    @Test("Commands read the environment file of the service: its settings and its data folder")
    func environmentFile() async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        let file = try write("BROADSHEET_DATA=\(data.folder.path)\nBROADSHEET_SESSION_HOURS=0\n", to: "env", in: data)
        let settings = ["BROADSHEET_ENVIRONMENT_FILE": file.path]
        #expect(try run(["staff", "list"], settings: settings).output.contains("must be a whole number from 1 to 720"))
        let listed = try run(["staff", "list"], settings: settings.merging(["BROADSHEET_SESSION_HOURS": "5"]) { $1 })
        #expect(
            listed.status == 0 && listed.output.contains("Using the database \(data.folder.path)/broadsheet.sqlite."))
        try Data("BROADSHEET_HOUSE_NAEM=A\n\"\n".utf8).write(to: file)
        let wrong = try run(["check", "--data", data.folder.path, "--environment-file", file.path])
        #expect(wrong.status == 78 && wrong.output.contains("\(file.path), line 2: "), "\(wrong)")
        #expect(wrong.output.contains("\(file.path), line 1: BROADSHEET_HOUSE_NAEM is not a setting."))
        let missing = try run(["check", "--data", data.folder.path, "--environment-file", "/nowhere/env"])
        #expect(missing.status == 78 && missing.output == "broadsheet: /nowhere/env does not exist.\n")
    }

    @Test("Wrong usage exits with 2: no folder, an empty folder, and numbers out of range")
    func usage() async throws {
        for command in [
            ["check"], ["check", "--data", ""], ["serve", "--data", "/nowhere/at/all", "--port", "70000"],
            ["serve", "--data", "/nowhere/at/all", "--port", "-1"],
        ] {
            let done = try run(command)
            #expect(done.status == 2 && done.output.hasPrefix("Error: "), "\(command): \(done)")
        }
    }
}

/// Commands on a machine with `/etc/broadsheet/environment`: a copy of `/etc` takes the place of the real one.
@Suite(
    "The usual environment file",
    .enabled(
        if: Program.isBuilt && geteuid() == 0, "the program is not built, or root is needed to mount a copy of /etc"),
    .timeLimit(.minutes(5)))
struct UsualEnvironmentFileTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "broadsheet-etc-\(UUID())")

    /// Runs commands in a shell that has `content` in the usual file, which belongs to root and has this mode.
    private func run(_ script: String, content: String, mode: String) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/unshare")
        process.arguments = [
            "--mount", "sh", "-c",
            """
            mkdir -p \(folder.path)/etc/broadsheet && cp -a /etc/passwd /etc/group /etc/ld.so.cache \(folder.path)/etc/ \
            && printf '\(content)' > \(folder.path)/etc/broadsheet/environment && chmod \(mode) \
            \(folder.path)/etc/broadsheet/environment && chmod 755 \(folder.path) && mount --bind \(folder.path)/etc /etc \
            && { \(script.replacing("broadsheet ", with: "\(Program.file.path) ")); } 2>&1
            """,
        ]
        process.environment = ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin"]
        let output = Pipe()
        process.standardOutput = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let said = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, said)
    }

    @Test("Commands use the settings and the folder of the service; those for another newspaper do not")
    func read() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let (data, other) = (try await DataFolder(), try await DataFolder())
        defer {
            data.remove()
            other.remove()
        }
        let content = "BROADSHEET_DATA=\(data.folder.path)\\nBROADSHEET_SESSION_HOURS=7\\n"
        let own = try run("broadsheet config && broadsheet staff list", content: content, mode: "600")
        guard !own.output.contains("Operation not permitted") else { return }
        #expect(own.status == 0 && own.output.contains("Using the database \(data.folder.path)/"), "\(own)")
        #expect(try own.output.contains(Regex("session.hours +7 +/etc/broadsheet/environment")), "\(own)")
        let another = try run("broadsheet config --data \(other.folder.path)", content: content, mode: "600")
        #expect(another.status == 0 && another.output.contains("environment file: none"), "\(another)")
        let none = try run("broadsheet config --environment-file ''", content: content, mode: "600")
        #expect(none.status == 2 && none.output.contains("Name the data folder"), "\(none)")
        let nobody = "setpriv --reuid 65534 --regid 65534 --clear-groups broadsheet "
        let closed = try run("\(nobody)staff list", content: content, mode: "600")
        #expect(closed.status == 78 && closed.output.contains("which the user nobody may not read"), "\(closed)")
        let named = try run("\(nobody)config --data /nowhere/at/all", content: content, mode: "600")
        #expect(named.status == 0, "\(named)")
        let services = try run("\(nobody)config --data /var/lib/broadsheet/", content: content, mode: "600")
        #expect(services.status == 78, "\(services)")
    }
}
