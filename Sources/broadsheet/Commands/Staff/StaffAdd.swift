import ArgumentParser
import Newsroom
import Operations

struct StaffAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add somebody to the staff. The password is asked for, or read from standard input.",
        discussion: "Somebody who was removed comes back with the role, the name and the password that are given now.")

    @OptionGroup var installation: InstallationOptions
    @Option(help: "Signs in with this address.") var email: String
    @Option(help: "moderator, editor or admin.") var role: String
    @Option(help: "The name that stands at rulings; by default the part before the @.") var name: String?

    func run() async throws {
        let role = try Role.accept(role)
        let address = try EmailAddress.accept(email)
        let name = name ?? String(address.prefix { $0 != "@" })
        let (staff, isBack) = try await installation.withNewspaper { newspaper in
            // Nobody is asked for a password in vain.
            _ = try Staff.nameRule.accept(name)
            _ = try await newspaper.isFormerStaff(address)
            return try await newspaper.addStaff(
                email: address, name: name, role: role, password: try PasswordPrompt.read(), as: .system)
        }
        print(
            isBack
                ? "\(staff.name) (\(staff.email)) was removed before, and is back as \(staff.role.rawValue), with the new password."
                : "\(staff.name) (\(staff.email)) is now \(staff.role.rawValue).")
    }
}
