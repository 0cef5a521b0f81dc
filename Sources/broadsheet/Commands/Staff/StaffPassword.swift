import ArgumentParser
import Newsroom
import Operations

struct StaffPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: "Set a new password. The command asks for it or reads it from standard input.",
        discussion: "All sessions of the staff member end.")

    @OptionGroup var member: MemberOptions

    func run() async throws {
        let staff = try await member.with { newspaper, email in
            // Looks up the staff member first, and asks for a password only if the staff member exists.
            let staff = try await newspaper.member(email)
            return try await newspaper.setPassword(try PasswordPrompt.read(), of: staff.email, as: .system)
        }
        print("\(staff.name) (\(staff.email)) has a new password. All their sessions have ended.")
    }
}
