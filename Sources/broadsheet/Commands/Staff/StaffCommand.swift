import ArgumentParser
import Database
import Newsroom
import Operations
import Web

struct StaffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff", abstract: "Manage the staff of the desk.",
        discussion: """
            A change takes effect with the next request in every process that serves the newspaper, and is recorded in \
            the desk's log. A command exits with 0 if it succeeds and with 1 if it is refused.
            """,
        subcommands: [
            StaffList.self, StaffAdd.self, StaffRole.self, StaffPassword.self, StaffRemove.self, StaffSessions.self,
        ])
}

/// The option that names a staff member by e-mail address.
struct MemberOptions: ParsableArguments {
    @OptionGroup var installation: InstallationOptions
    @Option(help: "The e-mail address that the staff member signs in with.") var email: String

    /// Opens the newspaper and runs `body` with this member's address.
    func with<T: Sendable>(_ body: (Newspaper, _ email: String) async throws -> T) async throws -> T {
        try await installation.withNewspaper { newspaper in try await body(newspaper, email) }
    }
}

extension InstallationOptions {
    /// Opens the newspaper, runs `body` and closes the database. Throws if there is no newspaper.
    func withNewspaper<T: Sendable>(_ body: (Newspaper) async throws -> T) async throws -> T {
        try await withNewspaper { newspaper, _ in try await body(newspaper) }
    }

    /// The same with the name of the newspaper.
    func withNewspaper<T: Sendable>(_ body: (Newspaper, _ name: String) async throws -> T) async throws -> T {
        let place = try await open()
        do {
            let result = try await body(place.newspaper, place.settings.house.name)
            await place.database.close()
            return result
        } catch {
            await place.database.close()
            throw error
        }
    }
}
