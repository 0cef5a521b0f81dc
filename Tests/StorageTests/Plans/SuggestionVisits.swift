import Database
import Foundation
import Newsroom

@testable import Storage

extension Transaction {
    /// Suggests corrections, and makes every decision on them.
    func useSuggestions(on story: Story.ID, by staff: Staff) throws {
        let sender = try addReader(
            email: "sender@example.org", name: try AccountName.accept("Sasha Sender"), now: .noon)
        let staff = Staff(id: staff.id, email: staff.email, name: staff.name, role: .editor)
        let ids = try ["accept", "answer", "dismiss", "open"].map { try suggest($0, on: story, by: sender.id) }
        let accepted = try accept(ids[0], answer: nil, by: staff, now: .noon) { _ in "-" }
        for (id, act) in zip(ids[1...], ["answer", "dismiss"]) {
            try decide(id, try SuggestionDecisionDraft(act: act, answer: "-"), by: staff, now: .noon)
        }
        try reopen(ids[1], by: staff, now: .noon)
        if let draft = try draft(accepted.draft) {
            _ = try publish(draft, DraftPublication(opening: "", language: .english), by: "-", now: .noon)
        }
        for receipt in ["accept", "dismiss"] { _ = try suggestionReceipt(hash: receipt) }
        let key = PageKey(milliseconds: 1, number: 1)
        _ = try (openSuggestions(), openSuggestions(after: key), decidedSuggestions(), decidedSuggestions(after: key))
        _ = try (countOpenSuggestions(), suggestion(ids[0]), notifications(of: sender.id, before: nil, limit: 9))
    }

    private func suggest(_ text: String, on story: Story.ID, by sender: Person.ID) throws -> Suggestion.ID {
        let draft = try SuggestionDraft(
            passage: nil, wrong: text, correct: nil, evidence: nil, name: nil, mayBeThanked: false)
        let suggesting = Suggesting(
            draft: draft, story: story, version: 1, source: "s", person: sender, receiptHash: text, now: .noon)
        try suggest(suggesting, limits: [.init(9, per: 60)], limitsOfStory: [.init(99, per: 60)])
        return Suggestion.ID(try value("SELECT MAX(id) FROM suggestions") ?? 0)
    }
}
