import Database
import Foundation
import Newsroom
import TestSupport

@testable import Storage

extension Transaction {
    /// Runs every query about readers' accounts.
    func useAccounts(on comment: Newsroom.Comment) throws {
        let reader = try addReader(email: "reader@example.org", name: AccountName.accept("Reader One"), now: .noon)
        try rename(reader, to: AccountName.accept("Reader Two"), now: .noon)
        _ = try account(email: reader.email)
        try keyStaffNames()
        let link = SignInLink(
            tokenHash: "-", email: reader.email, browser: "-", codeHash: "-", next: nil, expiresAt: .noon.later(900))
        try add(link, now: .noon)
        _ = try latestLink(ofBrowser: "-")
        try countFailure(of: link)
        try use(link, now: .noon)
        try begin(NewSession(tokenHash: "reader", now: .noon, expiresAt: .noon.later(60)), of: reader.id)
        _ = try session(tokenHash: "reader", now: .noon)
        try noteUse(ofSession: "reader", now: .noon)
        _ = try ownAccount(reader.id, now: .noon)
        try setPassword(hash: "-", of: reader.id, keeping: "reader")
        _ = try countGuestComments(of: "own")
        try claimComments(of: "own", for: reader)
        _ = try comments(of: reader.id, before: nil, limit: 20)
        try endSession(tokenHash: "reader", of: reader.id)
        try forgetSignIns(recordsBefore: .noon, now: .noon.later(2 * 86_400))
        let draft = try CommentDraft(signedBy: reader.name, text: "Signed.", parent: nil, storyVersion: 1)
        let posting = Posting(
            draft: draft, story: comment.story, source: "signed", commenter: .person(reader.id), isMarked: true,
            now: .noon)
        let rules = PostingRules(closing: ClosingRule(days: 14), holdsUnknownNames: false, limits: [])
        _ = try post([posting], rules: rules)[0].get()
    }
}
