import Foundation
import Newsroom
import Testing

@Suite(
    "Staff commands", .enabled(if: Program.isBuilt, "the program is not built"), .serialized,
    .timeLimit(.minutes(5)))
struct StaffCommandTests {
    private static let email = "desk@example.org"

    @discardableResult
    private func staff(
        _ command: String, _ arguments: String..., on data: DataFolder, typed: String = ""
    ) throws -> (status: Int32, output: String) {
        // Returns error messages together with the output.
        try Program(
            ["staff", command, "--data", data.folder.path] + arguments, input: typed, shell: "exec 2>&1"
        ).endOnDatabase()
    }

    @Test("A staff member is added, promoted, given a new password, removed and reinstated, and all of it is logged")
    func life() async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        #expect(try staff("list", on: data).output.hasPrefix("There are no staff members yet."))
        let added = try staff("add", "--email", Self.email, "--role", "editor", on: data, typed: DataFolder.password)
        #expect(added.status == 0 && added.output == "desk (desk@example.org) is now editor.\n")
        let one = ["--email", "DESK@example.org"]
        for (arguments, typed, said) in [
            (["role"] + one + ["--role", "moderator"], "", "desk (desk@example.org) is now moderator."),
            (["role"] + one + ["--role", "moderator"], "", "desk (desk@example.org) is already moderator."),
            (["password"] + one, "another one for it\n", "has a new password. All their sessions have ended."),
            (["sessions"] + one, "", "has no open session."),
            (["sessions", "--end"] + one, "", "has no open session."),
            (["remove"] + one, "", "has been removed from the staff and signed out everywhere."),
            (
                ["add", "--role", "admin", "--name", "The desk"] + one, DataFolder.password,
                "The desk (desk@example.org) is reinstated as admin, with the new password."
            ),
        ] {
            let done = try Program(
                ["staff"] + arguments + ["--data", data.folder.path], input: typed, shell: "exec 2>&1"
            ).end()
            #expect(done.status == 0 && done.output.contains(said), "\(arguments): \(done.output)")
        }
        #expect(try await data.logLength() == 5)
        #expect(try data.faults() == [])
    }

    @Test("A refused command exits with 1 and a message, and changes nothing; an unknown command exits with 64")
    func refused() async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        try await data.hire(Self.email, as: .admin)
        try await data.hire("gone@example.org", as: .editor)
        try staff("remove", "--email", "gone@example.org", on: data)
        for (arguments, typed, said) in [
            (["remove", "--email", Self.email], "", "is the last admin"),
            (["role", "--email", Self.email, "--role", "editor"], "", "is the last admin"),
            (["role", "--email", Self.email, "--role", "visitor"], "", "The role must be"),
            (["role", "--email", "none@example.org", "--role", "editor"], "", "No member of staff has the address"),
            (["remove", "--email", "gone@example.org"], "", "was removed from the staff"),
            (["sessions", "--email", "gone@example.org"], "", "was removed from the staff"),
            (["password", "--email", Self.email], "password1234\n", "is too common"),
            (["password", "--email", Self.email], "desk@example.org\n", "is too close to the e-mail address"),
            (["password", "--email", Self.email], "", "There is no password on standard input."),
            (
                ["add", "--email", Self.email, "--role", "editor"], DataFolder.password,
                "A member of staff already has the address"
            ),
            (["add", "--email", "anna@example.org", "--role", "editor"], "123456789012", "is a sequence"),
        ] {
            let ended = try Program(
                ["staff"] + arguments + ["--data", data.folder.path], input: typed, shell: "exec 2>&1"
            ).end()
            let line = "Using the database \(data.folder.path)/broadsheet.sqlite.\n"
            let done = (status: ended.status, output: ended.output.replacing(line, with: ""))
            #expect(done.status == 1 && done.output.hasPrefix("broadsheet: "), "\(arguments): \(done.output)")
            #expect(done.output.contains(said), "\(arguments): \(done.output)")
        }
        for wrong in ["promote", "remove"] {
            #expect(try Program(["staff", wrong, "--data", data.folder.path]).end().status == 2)
        }
        #expect(try await data.logLength() == 3)
    }

    @Test("The list has one line per staff member, with removals and open sessions in columns")
    func list() async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        try await data.hire(Self.email, as: .editor)
        try await data.hire("anna@example.org", as: .moderator)
        try staff("remove", "--email", "anna@example.org", on: data)
        let cookie = try await onAThread { try signedIn(data, count: 2) }
        #expect(cookie.count == 2)
        let lines = try staff("list", on: data).output.split(separator: "\n")
        try #require(lines.count == 3)
        #expect(lines[0].wholeMatch(of: /address +name +role +since +removed +sessions/) != nil)
        let time = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z"
        #expect(try lines[1].wholeMatch(of: Regex("anna@example.org +anna +moderator +\(time)  \(time)  0")) != nil)
        #expect(try lines[2].wholeMatch(of: Regex("desk@example.org +desk +editor +\(time)  - +2")) != nil)
        #expect(lines.allSatisfy { $0.contains("  ") })
        let sessions = try staff("sessions", "--email", Self.email, on: data).output.split(separator: "\n")
        #expect(sessions.count == 3)
        #expect(try sessions.dropFirst().allSatisfy { try $0.wholeMatch(of: Regex("\(time)  \(time)")) != nil })
    }

    @Test("A running server signs out ended sessions and removed staff at once")
    func serving() async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        try await data.hire(Self.email, as: .editor)
        try await data.hire("other@example.org", as: .editor)
        try await onAThread {
            let program = try data.serve()
            let line = try Line(port: try #require(program.port()))
            for (command, email, said) in [
                (["sessions", "--end"], Self.email, "The session of desk"),
                (["password"], Self.email, "has a new password"), (["remove"], "other@example.org", "has been removed"),
            ] {
                let cookie = try #require(try signIn(line, as: email))
                #expect(try line.get("/desk", cookie: cookie).status == 200)
                let done = try Program(
                    ["staff"] + command + ["--data", data.folder.path, "--email", email],
                    input: "another password for it\n"
                ).end()
                #expect(done.status == 0 && done.output.contains(said))
                #expect(try line.get("/desk", cookie: cookie).status == 303)
            }
            for email in [Self.email, "other@example.org"] { #expect(try signIn(line, as: email) == nil) }
            program.askToStop()
            #expect(program.end().status == 0)
        }
    }

    private func signIn(_ line: Line, as email: String = Self.email) throws -> String? {
        try line.post("/sign-in", ["email": email, "password": DataFolder.password]).cookie("session")
    }

    private func signedIn(_ data: DataFolder, count: Int) throws -> [String] {
        let program = try data.serve()
        let line = try Line(port: try #require(program.port()))
        let cookies = try (0..<count).compactMap { _ in try signIn(line) }
        program.askToStop()
        #expect(program.end().status == 0)
        return cookies
    }
}
