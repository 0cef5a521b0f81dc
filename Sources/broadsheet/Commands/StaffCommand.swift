import Database
import ArgumentParser
import Foundation
import Newsroom
import Storage
import Web

struct StaffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff", abstract: "Who works at the desk.", subcommands: [StaffAdd.self])
}

struct StaffAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add somebody to the staff. The password is asked for, or read from standard input.")

    @OptionGroup var installation: InstallationOptions
    @Option(help: "Signs in with this address.") var email: String
    @Option(help: "moderator, editor or admin.") var role: String
    @Option(help: "The name that stands at rulings; by default the part before the @.") var name: String?

    func run() async throws {
        guard let role = Role(rawValue: role), Role.ofStaff.contains(role) else {
            throw Refusal.invalid("--role must be moderator, editor or admin.")
        }
        let address = try EmailAddress.accept(email)
        let name = try TextRule(field: "name", label: "The name", minimum: 2, maximum: 80)
            .accept(name ?? String(address.prefix { $0 != "@" }))
        let place = try await installation.open()
        let hash = try Password.hash(try PasswordPrompt.read())
        let staff = try await place.database.write { tx in
            try tx.addStaff(email: address, name: name, role: role, passwordHash: hash, now: Clock.system.now)
        }
        await place.database.close()
        print("\(staff.name) (\(staff.email)) is now \(staff.role.rawValue).")
    }
}
