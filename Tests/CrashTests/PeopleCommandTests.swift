import Database
import Foundation
import Newsroom
import Storage
import Testing

@Suite(
    "Commands about readers", .enabled(if: Program.isBuilt, "the program is not built"), .serialized,
    .timeLimit(.minutes(5)))
struct PeopleCommandTests {
    private static let email = "wanda@example.org"

    private func people(
        _ arguments: String..., on data: DataFolder, typed: String = ""
    ) throws -> (status: Int32, output: String) {
        try Program(
            ["people"] + arguments + ["--data", data.folder.path], input: typed, shell: "exec 2>&1"
        ).endOnDatabase()
    }

    /// A newspaper with a reader who has written two comments, and an editor.
    private func filled() async throws -> DataFolder {
        let data = try await DataFolder()
        try await data.hire("editor@example.org", as: .editor)
        try await data.open { database in
            try await database.write { tx in
                let reader = try tx.addReader(
                    email: Self.email, name: try AccountName.accept("Wanda Winter"), now: Clock.system.now)
                let story = Story.ID(1)
                for text in ["One word.", "Another word."] {
                    let draft = try CommentDraft(signedBy: reader.name, text: text, parent: nil, storyVersion: 1)
                    let posting = Posting(
                        draft: draft, story: story, source: "", commenter: .person(reader.id), now: Clock.system.now)
                    let rules = PostingRules(closing: ClosingRule(days: nil), holdsUnknownNames: false, limits: [])
                    _ = try tx.post([posting], rules: rules)[0].get()
                }
            }
        }
        return data
    }

    private func names(_ data: DataFolder) async throws -> [String] {
        try await data.open { database in
            try await database.read { tx in try tx.all("SELECT name FROM comments ORDER BY id") { try $0[0] } }
        }
    }

    @Test("The list has one line for each reader, and none for the staff")
    func list() async throws {
        let data = try await filled()
        defer { data.remove() }
        let lines = try people("list", on: data).output.split(separator: "\n")
        try #require(lines.count == 2)
        #expect(lines[0].wholeMatch(of: /number +address +name +since +ends/) != nil)
        #expect(lines[1].wholeMatch(of: /2 +wanda@example.org +Wanda Winter +[0-9T:Z-]+ +-/) != nil)
        #expect(try people("erase", Self.email, "--yes", on: data).status == 0)
        #expect(try people("list", on: data).output == "No reader has an account.\n")
    }

    @Test("An export is a ZIP archive that only its owner can read, and replaces no file")
    func export() async throws {
        let data = try await filled()
        defer { data.remove() }
        let file = data.folder.appending(path: "export.zip").path
        let done = try people("export", Self.email.uppercased(), "--to", file, on: data)
        #expect(done.status == 0 && done.output.contains(file), "\(done.output)")
        let bytes = try #require(FileManager.default.contents(atPath: file))
        #expect(bytes.starts(with: Data("PK\u{3}\u{4}".utf8)))
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let again = try people("export", Self.email, "--to", file, on: data)
        #expect(again.status == 78 || again.status == 1)
        #expect(again.output.contains("exists. Name another file with --to."))
        #expect(FileManager.default.contents(atPath: file) == bytes)
        let nowhere = try people("export", Self.email, "--to", "/nowhere/export.zip", on: data)
        #expect(nowhere.status != 0)
    }

    @Test("A reader is erased after a yes, and the comments stay or go")
    func erase() async throws {
        for (arguments, names) in [([], ["", ""]), (["--comments", "delete"], ["", ""])] as [([String], [String])] {
            let data = try await filled()
            defer { data.remove() }
            let asked = try people("erase", Self.email, on: data, typed: "no\n")
            #expect(
                asked.status == 1 && asked.output.hasSuffix("broadsheet: Nothing was changed.\n"), "\(asked.output)")
            #expect(try await self.names(data) == ["Wanda Winter", "Wanda Winter"])
            let done = try Program(
                ["people", "erase", Self.email] + arguments + ["--data", data.folder.path], input: "yes\n",
                shell: "exec 2>&1"
            ).endOnDatabase()
            #expect(done.status == 0 && done.output.contains("Person 2 is erased."), "\(done.output)")
            #expect(try await self.names(data) == names)
            #expect(try await data.texts().contains("One word.") == arguments.isEmpty)
            #expect(try data.faults() == [])
            let jobs: Int? = try await data.open { database in
                try await database.read { tx in try tx.value("SELECT COUNT(*) FROM jobs") }
            }
            #expect(jobs == 0)
        }
    }

    @Test("Staff, unknown addresses and wrong usage are refused")
    func refused() async throws {
        let data = try await filled()
        defer { data.remove() }
        for command in ["export", "erase"] {
            for (email, said) in [
                ("editor@example.org", "Remove them from the staff first."),
                ("none@example.org", "No reader has an account with the address none@example.org."),
            ] {
                let done = try people(command, email, on: data)
                #expect(done.status == 1 && done.output.hasSuffix("\(said)\n"), "\(done.output)")
            }
        }
        for wrong in [["erase"], ["erase", Self.email, "--comments", "some"], ["forget", Self.email]] {
            #expect(try Program(["people"] + wrong + ["--data", data.folder.path]).end().status == 2)
        }
        #expect(try await names(data) == ["Wanda Winter", "Wanda Winter"])
    }
}
