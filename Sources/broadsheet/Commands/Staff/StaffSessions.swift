import ArgumentParser
import Foundation
import Newsroom
import Operations

struct StaffSessions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions", abstract: "List somebody's open sessions, or end them all. Times are in UTC.")

    @OptionGroup var member: MemberOptions
    @Flag(help: "End all sessions, so that the staff member must sign in again.") var end = false

    func run() async throws { if end { try await endAll() } else { try await list() } }

    private func endAll() async throws {
        let (staff, count) = try await member.with { try await $0.endSessions(of: $1, as: .system) }
        switch count {
        case 0: print("\(staff.name) (\(staff.email)) has no open session.")
        case 1: print("The session of \(staff.name) (\(staff.email)) has ended.")
        default: print("All \(count) sessions of \(staff.name) (\(staff.email)) have ended.")
        }
    }

    private func list() async throws {
        let (staff, sessions) = try await member.with { try await $0.openSessions(of: $1) }
        guard !sessions.isEmpty else { return print("\(staff.name) (\(staff.email)) has no open session.") }
        let table = TextTable(
            heads: ["since", "until"],
            rows: sessions.map { [$0.beganAt.ISO8601Format(), $0.expiresAt.ISO8601Format()] })
        for line in table.lines { print(line) }
    }
}
