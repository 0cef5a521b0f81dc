import ArgumentParser
import Newsroom
import Storage
import Web

struct StaffRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove somebody from the staff. The last admin stays.",
        discussion: "Their sessions end and they cannot sign in any more. Their name goes on standing at their rulings."
    )

    @OptionGroup var member: MemberOptions

    func run() async throws {
        let staff = try await member.change { tx, staff in
            try tx.remove(staff, unusableHash: Password.ofNobody, now: Clock.system.now)
            return staff
        }
        print("\(staff.name) (\(staff.email)) has been removed from the staff and signed out everywhere.")
    }
}
