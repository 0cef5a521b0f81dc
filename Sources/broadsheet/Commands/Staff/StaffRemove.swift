import ArgumentParser
import Newsroom
import Operations

struct StaffRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove somebody from the staff. The last admin cannot be removed.",
        discussion: "Ends their sessions and stops them from signing in. Their rulings keep their name.")

    @OptionGroup var member: MemberOptions

    func run() async throws {
        let staff = try await member.with { try await $0.removeStaff($1, as: .system) }
        print("\(staff.name) (\(staff.email)) has been removed from the staff and signed out everywhere.")
    }
}
