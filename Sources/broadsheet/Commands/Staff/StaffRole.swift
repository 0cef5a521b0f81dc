import ArgumentParser
import Newsroom
import Operations

struct StaffRole: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: "Give somebody another role. The last admin keeps theirs.")

    @OptionGroup var member: MemberOptions
    @Option(help: "moderator, editor or admin.") var role: String

    func run() async throws {
        let role = try Role.accept(role)
        let (staff, isChanged) = try await member.with { try await $0.setRole(role, of: $1, as: .system) }
        print("\(staff.name) (\(staff.email)) is \(role.rawValue) \(isChanged ? "now" : "already").")
    }
}
