import ArgumentParser
import Database
import Foundation
import Newsroom
import Storage
import Web

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
        let name = try TextRule(.staffName, field: "name", minimum: 2, maximum: 80)
            .accept(name ?? String(address.prefix { $0 != "@" }))
        let (staff, isBack) = try await installation.withDatabase { database in
            // Nobody is asked for the password of somebody who is there already.
            _ = try await database.read { tx in try tx.isFormerStaff(email: address) }
            let hash = try Password.hash(try PasswordPrompt.read(), of: address)
            return try await database.write { tx in
                let isBack = try tx.isFormerStaff(email: address)
                let staff = try tx.addStaff(
                    email: address, name: name, role: role, passwordHash: hash, now: Clock.system.now)
                return (staff, isBack)
            }
        }
        print(
            isBack
                ? "\(staff.name) (\(staff.email)) was removed before, and is back as \(staff.role.rawValue), with the new password."
                : "\(staff.name) (\(staff.email)) is now \(staff.role.rawValue).")
    }
}
