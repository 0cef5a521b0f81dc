import Database
import Foundation
import Newsroom

@testable import Storage

extension Transaction {
    /// Withdraws a story and brings it back, makes one a draft again, and decides on versions that wait.
    func withdrawAndReturn(by staff: Staff) throws {
        let staff = Staff(id: staff.id, email: staff.email, name: staff.name, role: .editor)
        let id = try publish(.test(guid: "returning", version: 1), opening: "").story
        try withdraw(id, version: 1, reason: "-", by: "-", now: .noon)
        try reverseWithdrawal(of: id, at: nil, by: staff, now: .noon)
        _ = try (reversedWithdrawals(of: id), proposedVersions(matching: StoryFilter()))
        for version in 2...3 {
            let held = HeldItem(ProposedVersion(.test(guid: "returning", version: version), base: nil), since: .noon)
            try hold(held, now: .noon)
            guard let story = try story(id), let (item, _) = try proposedVersion(of: id) else { continue }
            _ = try (
                isEditedHere(story), agencyContent(of: story, held.content), countProposedVersions(),
                isDismissed(2, of: id)
            )
            if version == 2 {
                _ = try accept(item, wireVersion: version, opening: "", by: staff, now: .noon)
            } else {
                _ = try dismiss(item, wireVersion: version, by: staff, now: .noon)
            }
        }
        try withdraw(id, version: 2, reason: "-", by: "-", now: .noon)
        _ = try publish(.test(guid: "returning", version: 9, status: .canceled), opening: "")
        try unpublishAndPublish(by: staff)
    }

    private func unpublishAndPublish(by staff: Staff) throws {
        var content = DraftContent()
        (content.headline, content.body) = ("A headline", "A text.")
        var number = try createDraft(content, by: staff, now: .noon)
        for _ in 0..<2 {
            guard let draft = try draft(number) else { return }
            let story = try publish(
                draft, DraftPublication(opening: "", language: .english), by: staff.email, now: .noon)
            guard let version = try self.story(story)?.current.number else { return }
            number = try unpublish(story, version: version, by: staff, now: .noon)
        }
    }
}
