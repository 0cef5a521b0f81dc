import Newsroom
import Testing

@testable import Web

@Suite("Where settings come from", .timeLimit(.minutes(5)))
struct SettingSourcesTests {
    private func faults(_ json: String) -> [String] {
        SettingsFile(path: "f", bytes: Array(json.utf8)).faults.map(\.description)
    }

    @Test(
        "A name that is no setting is refused with the nearest one",
        arguments: [
            ("house.naem", "house.name"), ("house.Name", "house.name"), ("houseName", "house.name"),
            ("name", "house.name"), ("site.name", "house.name"), ("perMinute", "comments.perMinute"),
            ("comments.perMinut", "comments.perMinute"), ("databse", "database"), ("public.urls", "public.url"),
            ("smtp", nil), ("x", nil), ("", nil),
        ])
    func nearest(name: String, nearest: String?) {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        let json = parts.reversed().reduce("1") { "{\"\($1)\": \($0)}" }
        let hint = nearest.map { "Did you mean \($0)?" } ?? "`broadsheet config` lists all settings."
        #expect(faults(json) == ["f, line 1: \(name) is not a setting. \(hint)"])
    }

    @Test(
        "A value of the wrong type is refused with its line",
        arguments: [
            (#"{"house": {"name": 5}}"#, "house.name must be a text in quotes, not the number 5"),
            (#"{"house": {"name": {"a": 1}}}"#, "house.name must be a text in quotes, not an object"),
            (#"{"house": {"name": null}}"#, "house.name must be a text in quotes, not null"),
            (#"{"house": {"name": ["a"]}}"#, "house.name must be a text in quotes, not a list"),
            (#"{"house": "A"}"#, "house must be an object with settings such as house.name, not a text"),
            (#"{"comments": {"perHour": true}}"#, "comments.perHour must be a number, not true"),
            (#"{"moderation": {"masks": [1]}}"#, "moderation.masks must be a list of texts in quotes, not a list"),
            (#"{"comments": {"holdUnknownNames": []}}"#, "comments.holdUnknownNames must be true or false, not a list"),
        ])
    func types(json: String, sentence: String) { #expect(faults(json) == ["f, line 1: \(sentence)."]) }

    @Test(
        "Broken JSON is refused with line and column",
        arguments: [
            ("{\n \"house\": {,}\n}", "line 2, column 12: a name in quotes is missing"),
            ("{\"a\": 1,}", "line 1, column 9: a name in quotes is missing"),
            ("{\"a\": 1", "line 1, column 8: a comma or a closing brace is missing"),
            ("{\"a\" 1}", "line 1, column 6: a colon is missing"),
            ("{\"ä\": x}", "line 1, column 7: a value is missing, or not in quotes"),
            ("{\"a\": \"x\n\"}", "line 1, column 9: a quotation mark is missing"),
            ("{\"a\": \"\\q\"}", "line 1, column 7: this text has a wrong escape, or is not UTF-8"),
            ("{} {}", "line 1, column 4: there is something after the last brace"),
            ("{\"a\": 1, \"a\": 2}", "line 1, column 10: a occurs twice"),
            ("// text", "line 1, column 1: a value is missing, or not in quotes"),
            (String(repeating: "[", count: 40), "line 1, column 33: there are too many levels"),
            ("{\"a\": 01}", "line 1, column 7: a value is missing, or not in quotes"),
            ("\"\\", "line 1, column 1: a quotation mark is missing"),
        ])
    func broken(json: String, sentence: String) { #expect(faults(json) == ["f, \(sentence)."]) }

    @Test("A file may have a byte order mark, escapes, and names with dots")
    func accepted() {
        let file = SettingsFile(
            path: "f", bytes: [0xEF, 0xBB, 0xBF] + Array(#"{"house.name": "Zeitung \u00e4\n", "listeners": 5}"#.utf8))
        #expect(file.faults.isEmpty && file.values == [.houseName: "Zeitung ä\n", .listeners: "5"])
    }

    @Test("An environment file is read as systemd reads it")
    func environmentFile() {
        let file = EnvironmentFile(
            path: "e",
            text: """
                # A comment
                ; another \\
                A=1
                  B = two words \t
                  C='single "quotes" \\n'
                D=line \\
                  continued
                E=
                F=a\\ b#c
                G="two
                lines"
                H="double \\"quotes\\" \\n"
                """)
        #expect(file.faults.isEmpty)
        #expect(
            file.variables.mapValues(\.value) == [
                "A": "1", "B": "two words", "C": "single \"quotes\" \\n", "H": "double \"quotes\" \\n",
                "D": "line   continued", "E": "", "F": "a b#c", "G": "two\nlines",
            ])
        #expect(file.variables["G"]?.line == 10)
    }

    @Test(
        "A line of an environment file that is no assignment is refused",
        arguments: [
            ("A=1\nB", "line 2: this line has no equals sign"),
            ("export A=1", "line 1: \"export A\" is not the name of an environment variable"),
            ("A=1\nB=2\nA=3", "line 3: A occurs twice; it is in line 1 too"),
            ("A=1\nB='x\ny", "line 2: a quotation mark is missing at the end of B"),
        ])
    func wrongLine(text: String, sentence: String) {
        #expect(EnvironmentFile(path: "e", text: text).faults.map(\.description) == ["e, \(sentence)."])
    }

    @Test("Options come before the environment, the environment before the file, and the file before the defaults")
    func order() throws {
        let file = SettingsFile(
            path: "f", bytes: Array(#"{"house": {"name": "F", "tagline": "F"}, "database": "x"}"#.utf8))
        let environment = ["BROADSHEET_HOUSE_NAME": "E", "BROADSHEET_SESSION_HOURS": "5", "BROADSHEET_DATABASE": "y"]
        let sources = SettingSources(
            environment: environment, environmentFile: EnvironmentFile(path: "e", text: "BROADSHEET_SESSION_HOURS=5"),
            ofFile: ["BROADSHEET_SESSION_HOURS"], settingsFile: file,
            options: [.database: (option: "--database", value: "postgres://a.example/b")])
        let entries = Dictionary(uniqueKeysWithValues: sources.entries.map { ($0.setting, $0) })
        #expect(
            entries[.houseName]?.value == "E" && entries[.houseName]?.origin == .environment("BROADSHEET_HOUSE_NAME"))
        #expect(entries[.houseTagline]?.origin == .file("f"))
        #expect(entries[.sessionHours]?.origin == .environmentFile("e"))
        #expect(entries[.database]?.origin == .option("--database"))
        #expect(entries[.listeners]?.origin == .standard && entries[.listeners]?.value == "10000")
        let settings = try sources.settings()
        #expect(settings.house.name == "E" && settings.house.tagline == "F" && settings.sessionHours == 5)
    }

    @Test("A misspelt environment variable is refused; those that Kubernetes sets are not")
    func variables() {
        func faults(_ names: String...) -> [String] {
            SettingSources(
                environment: Dictionary(uniqueKeysWithValues: names.map { ($0, "x") }), environmentFile: nil,
                ofFile: [],
                settingsFile: nil
            ).faults.map(\.description)
        }
        #expect(
            faults("BROADSHEET_DATABASSE", "BROADSHEET_SMTP_RELAY", "HOME") == [
                "BROADSHEET_DATABASSE is not a setting. Did you mean BROADSHEET_DATABASE?",
                "BROADSHEET_SMTP_RELAY is not a setting. `broadsheet config` lists all settings.",
            ])
        #expect(faults("broadsheet_house_name").first?.hasSuffix("Did you mean BROADSHEET_HOUSE_NAME?") == true)
        #expect(
            faults(
                "BROADSHEET_SERVICE_HOST", "BROADSHEET_SERVICE_PORT", "BROADSHEET_SERVICE_PORT_HTTP", "BROADSHEET_PORT",
                "BROADSHEET_PORT_8080_TCP", "BROADSHEET_PORT_8080_TCP_ADDR", "BROADSHEET_DB_SERVICE_HOST",
                "BROADSHEET_DATA", "BROADSHEET_ENVIRONMENT_FILE") == [])
    }

    @Test(
        "Passwords are masked wherever they may be",
        arguments: [
            (Setting.database, "postgres://me:pass@h/n", "postgres://me:…@h/n"),
            (.database, "postgres://me:pa@ss@h/n", "postgres://me:…@h/n"),
            (.database, "postgres://me:pa/ss@h/n", "postgres://me:…@h/n"),
            (.database, "postgres://me:pa ss@h/n", "postgres://me:…@h/n"),
            (.database, "postgres://me:pass", "postgres://…"), (.database, "password=geheim", "…"),
            (.database, "postgres://h/n?pass%77ord=geheim", "postgres://h/n?=…"),
            (.database, "postgres://h/n?PASSWORD=a&options=b", "postgres://h/n?=…&options=…"),
            (.pictures, "s3://bucket/x?secret=geheim", "s3://bucket/x?secret=…"),
            (.publicURL, "https://me:pass@h", "https://me:…@h"),
            (.databaseRead, "postgres://a:b@c/d, postgres://e:f@g/h", "postgres://a:…@c/d, postgres://e:…@g/h"),
            (.database, "postgres://h/n?password=geheim&sslmode=require", "postgres://h/n?password=…&sslmode=require"),
            (.pictures, "s3://news/p?endpoint=https://s3.example", "s3://news/p?endpoint=https://s3.example"),
            (.houseName, "A: b@c", "A: b@c"),
        ])
    func masked(setting: Setting, value: String, shown: String) { #expect(setting.shown(value) == shown) }
}
