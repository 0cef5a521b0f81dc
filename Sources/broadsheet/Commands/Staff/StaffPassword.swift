import ArgumentParser
import Newsroom
import Storage
import Web

struct StaffPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: "Give somebody another password, which is asked for, or read from standard input.",
        discussion: "All sessions of theirs end.")

    @OptionGroup var member: MemberOptions

    func run() async throws {
        // Nobody is asked for the password of somebody who is not there.
        let staff = try await member.read { _, staff in staff }
        let hash = try Password.hash(try PasswordPrompt.read(), of: staff.email)
        try await member.change { tx, staff in try tx.setPassword(hash: hash, of: staff, now: Clock.system.now) }
        print("\(staff.name) (\(staff.email)) has a new password; every session of theirs has ended.")
    }
}
