import ArgumentParser
import Newsroom
import Operations

struct StaffRole: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: "Change somebody's role. The last admin's role cannot be changed.")

    @OptionGroup var member: MemberOptions
    @Option(help: "reporter, moderator, editor or admin.") var role: String

    func run() async throws {
        let role = try Role.accept(role)
        let (staff, isChanged) = try await member.with { try await $0.setRole(role, of: $1, as: .system) }
        print("\(staff.name) (\(staff.email)) is \(isChanged ? "now" : "already") \(role.rawValue).")
    }
}
