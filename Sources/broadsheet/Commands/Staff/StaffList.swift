import ArgumentParser
import Database
import Foundation
import Newsroom
import Operations

struct StaffList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List current and former staff members. Times are in UTC.")

    @OptionGroup var installation: InstallationOptions

    func run() async throws {
        let staff = try await installation.withNewspaper { try await $0.employments() }
        guard !staff.isEmpty else {
            return print("There are no staff members yet. Add one with `broadsheet staff add`.")
        }
        let table = TextTable(
            heads: ["address", "name", "role", "since", "removed", "sessions"],
            rows: staff.map { entry in
                [
                    entry.staff.email, entry.staff.name, entry.staff.role.rawValue, entry.addedAt.ISO8601Format(),
                    entry.removedAt?.ISO8601Format() ?? "-", "\(entry.openSessions)",
                ]
            })
        for line in table.lines { print(line) }
    }
}
