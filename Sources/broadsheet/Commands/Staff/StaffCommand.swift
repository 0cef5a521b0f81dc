import ArgumentParser
import Database
import Foundation
import Newsroom
import Storage

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

    /// Changes something about them in one transaction. Refuses with `notFound` whoever does not work at the desk.
    func change<T: Sendable>(_ body: @escaping @Sendable (Transaction, Staff) throws -> T) async throws -> T {
        let email = email
        return try await installation.withDatabase { database in
            try await database.write { tx in try body(tx, try tx.member(email: email)) }
        }
    }

    /// Reads something about them.
    func read<T: Sendable>(_ body: @escaping @Sendable (Transaction, Staff) throws -> T) async throws -> T {
        let email = email
        return try await installation.withDatabase { database in
            try await database.read { tx in try body(tx, try tx.member(email: email)) }
        }
    }
}

extension InstallationOptions {
    /// Opens the newspaper's database, and closes it when all is done. Throws `noNewspaper` where there is
    /// none.
    func withDatabase<T: Sendable>(_ body: (Database) async throws -> T) async throws -> T {
        let database = try await open().database
        do {
            let result = try await body(database)
            await database.close()
            return result
        } catch {
            await database.close()
            throw error
        }
    }
}
