import ArgumentParser
import Newsroom
import Operations

struct StaffPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: "Give somebody another password, which is asked for, or read from standard input.",
        discussion: "All sessions of theirs end.")

    @OptionGroup var member: MemberOptions

    func run() async throws {
        let staff = try await member.with { newspaper, email in
            // Nobody is asked for a password in vain.
            let staff = try await newspaper.member(email)
            return try await newspaper.setPassword(try PasswordPrompt.read(), of: staff.email, as: .system)
        }
        print("\(staff.name) (\(staff.email)) has a new password; every session of theirs has ended.")
    }
}
