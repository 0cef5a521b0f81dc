import ArgumentParser
import Database
import Operations

struct StaffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff", abstract: "Who works at the desk.",
        discussion: """
            Changes act at the next request in every program that serves the newspaper, and stand in the desk's log. Each command \
            ends with 0 when it is done, with 1 when it was refused.
            """,
        subcommands: [
            StaffList.self, StaffAdd.self, StaffRole.self, StaffPassword.self, StaffRemove.self, StaffSessions.self,
        ])
}

/// A member of staff, named by the address that signs in.
struct MemberOptions: ParsableArguments {
    @OptionGroup var installation: InstallationOptions
    @Option(help: "The address that somebody signs in with.") var email: String

    /// Does something with the newspaper for this member.
    func with<T: Sendable>(_ body: (Newspaper, _ email: String) async throws -> T) async throws -> T {
        try await installation.withNewspaper { newspaper in try await body(newspaper, email) }
    }
}

extension InstallationOptions {
    /// Opens the newspaper, and closes its database in the end. Throws if there is no newspaper.
    func withNewspaper<T: Sendable>(_ body: (Newspaper) async throws -> T) async throws -> T {
        let place = try await open()
        do {
            let result = try await body(place.newspaper)
            await place.database.close()
            return result
        } catch {
            await place.database.close()
            throw error
        }
    }
}
