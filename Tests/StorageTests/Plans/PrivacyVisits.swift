import Database
import Foundation
import Newsroom

@testable import Storage

extension Transaction {
    /// A reader comments, downloads everything and leaves; and personal data expires.
    func leave(below story: Story.ID) throws {
        let reader = try addReader(email: "reader@example.org", name: try AccountName.accept("Wanda"), now: .noon)
        for (text, choice) in [("One.", Leaving.Comments.keep), ("Two.", .delete)] {
            let draft = try CommentDraft(signedBy: reader.name, text: text, parent: nil, storyVersion: 1)
            let rules = PostingRules(closing: .never, holdsUnknownNames: false, limits: [])
            let posting = Posting(draft: draft, story: story, source: "s", commenter: .person(reader.id), now: .noon)
            _ = try post([posting], rules: rules)[0].get()
            try leave(reader.id, Leaving(at: .noon, comments: choice), now: .noon)
            if choice == .keep { try stay(reader.id) }
        }
        _ = try (self.reader(email: reader.email), registrations(), leaving(of: reader.id))
        try orderDownload(of: reader.id, now: .noon)
        _ = try (collectDownload(of: reader.id, now: .noon), download(of: reader.id, now: .noon))
        for file in PersonalFile.allCases { _ = try downloadPart(file, of: reader.id, after: nil, now: .noon) }
        _ = try dueRecurringJobs(closing: .never, now: .noon)
        try deleteExpired(Retention(), now: .noon.later(9 * 86_400))
        try deleteExpired(Retention(), now: .noon.later(300 * 86_400))
        _ = try closeAccount(reader.id, now: .noon)
    }
}
