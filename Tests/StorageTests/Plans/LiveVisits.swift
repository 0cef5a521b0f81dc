import Database
import Foundation
import Newsroom

@testable import Storage

extension Transaction {
    /// Runs every query about live stories.
    func coverLive(_ story: Story.ID, by staff: Staff) throws {
        for act in [Coverage.Act.begin, .oldest] { try decide(act, on: story, by: staff, now: .noon) }
        let draft = try LiveEntryDraft(headline: "A headline", text: "It opened.")
        let ids = try ["one", "two", "three"].map { token in
            try addEntry(draft, isKeyPoint: token == "one", token: token, to: story, by: staff, now: .noon)
        }
        let edited = try LiveEntryDraft(headline: nil, text: "It opened again.")
        try editEntry(ids[0], of: story, to: edited, revision: 0, by: staff, now: .noon)
        try pinEntry(ids[1], of: story, isKeyPoint: true, by: staff, now: .noon)
        try removeEntry(ids[2], of: story, by: staff, now: .noon)
        for order in Coverage.Order.allCases {
            _ = try entries(of: story, Coverage(since: .noon, order: order), after: ids[0])
        }
        _ = try (placedEntry(ids[0], of: story), isShown(ids[0], of: story))
        try decide(.end, on: story, by: staff, now: .noon)
    }
}
