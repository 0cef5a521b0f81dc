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
        let change = AddressChange(
            tokenHash: "change", person: reader.id, newEmail: "new@example.org", asksNew: true,
            expiresAt: .noon.later(900))
        try begin([change])
        _ = try confirm(change, now: .noon)
        try setLanguage(.english, of: reader.id)
        _ = try language(of: reader.id)
        try endSession(tokenHash: "reader", of: reader.id)
        let draft = try CommentDraft(signedBy: reader.name, text: "Signed.", parent: nil, storyVersion: 1)
        let posting = Posting(
            draft: draft, story: comment.story, source: "signed", commenter: .person(reader.id), isMarked: true,
            now: .noon)
        let rules = PostingRules(closing: ClosingRule(days: 14), holdsUnknownNames: false, limits: [])
        _ = try post([posting], rules: rules)[0].get()
        try followAndMute(reader, story: comment.story)
    }

    /// Runs every query about people's pages, following and muting.
    private func followAndMute(_ reader: Reader, story: Story.ID) throws {
        try renameComments("\(reader.id) 1-1", now: .noon)
        // Other visits expect an empty queue.
        for attempt in try claimJobs(limit: 9, now: .noon) { try finish(attempt) }
        try setPrivate(false, reader.id)
        _ = try publicPerson(reader.id)
        for found in try publicComments(of: reader.id, before: nil, limit: 20) {
            _ = try isPublicComment(at: found.comment.key, of: reader.id)
        }
        for subject in [FollowSubject.story(story), .topic(Slug(stored: "bridges"))] {
            try follow(subject, by: reader.id, now: .noon)
            _ = try (isFollowing(subject, reader.id), followed(by: reader.id))
            try stopFollowing(subject, by: reader.id)
        }
        try moveFollowers(from: 2, to: 1)
        let other = try addReader(email: "other@example.org", name: AccountName.accept("Reader Three"), now: .noon)
        try mute(reader.id, by: other.id, now: .noon)
        _ = try muted(by: other.id)
        try endMute(of: reader.id, by: other.id)
    }
}
