import ArgumentParser
import Newsroom
import Operations

struct StaffAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add somebody to the staff. The command asks for a password or reads it from standard input.",
        discussion: "A former staff member is reinstated with the new role, name and password.")

    @OptionGroup var installation: InstallationOptions
    @Option(help: "The e-mail address to sign in with.") var email: String
    @Option(help: "reporter, moderator, editor or admin.") var role: String
    @Option(help: "The name shown with rulings. By default, the part of the address before the @.") var name: String?

    func run() async throws {
        let role = try Role.accept(role)
        let address = try EmailAddress.accept(email)
        let isGiven = name != nil
        let name = name ?? String(address.prefix { $0 != "@" })
        if !isGiven, (try? Staff.nameRule.accept(name)) == nil { throw CommandFault.nameTooShort(name) }
        let (staff, isBack) = try await installation.withNewspaper { newspaper in
            // Checks the other values first, so that it asks for a password only if they are valid.
            _ = try Staff.nameRule.accept(name)
            _ = try await newspaper.isFormerStaff(address)
            return try await newspaper.addStaff(
                email: address, name: name, role: role, password: try PasswordPrompt.read(), as: .system)
        }
        print(
            isBack
                ? "\(staff.name) (\(staff.email)) is reinstated as \(staff.role.rawValue), with the new password."
                : "\(staff.name) (\(staff.email)) is now \(staff.role.rawValue).")
    }
}
