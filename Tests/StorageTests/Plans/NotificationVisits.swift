import Database
import Foundation
import Newsroom

@testable import Storage

extension Transaction {
    /// Runs every query about notifications.
    func useNotifications(below story: Story.ID, topic: Topic) throws {
        let reader = try addReader(email: "told@example.org", name: try AccountName.accept("Nora Notified"), now: .noon)
        let own = try postNotified("One.", by: .person(reader.id), answering: nil, below: story)
        let answer = try postNotified("A reply.", by: .browser("other"), answering: own.id, below: story)
        try follow(.story(story), by: reader.id, now: .noon)
        try follow(.topic(topic.slug), by: reader.id, now: .noon)
        for kind in [Newsroom.Notification.Kind.topic, .correction, .update, .comments] {
            try tellFollowers(of: story, kind, dueAt: .noon)
            try tellFollowers("\(kind.rawValue) \(story)", now: .noon)
        }
        try tellFollowers(ofCommentsOn: [story], now: .noon)
        try tellStaff(queueThreshold: 1, now: .noon)
        let told = try notifications(of: reader.id, before: nil, limit: 30)
        _ = try (
            unmailedNotifications(of: reader.id, .reply, limit: 50), countUnread(of: reader.id), latestNotification()
        )
        _ = try (ownersOfNotifications(after: latestNotification(), limit: 10), lastMail(to: reader.id, about: .reply))
        _ = try (source(of: answer.id), mailAddress(of: reader.id), mailToken(of: reader.id, or: "token"))
        _ = try (mailToken(of: reader.id, or: "token"), isMailToken("token", of: reader.id))
        try choose(.weekly, for: .reply, of: reader.id)
        _ = try notificationChoices(of: reader.id)
        try settleMails(to: reader.id, [.topic])
        try markMailed(told.map(\.id), at: nil)
        if let latest = told.first { try markRead(of: reader.id, upTo: latest.id, now: .noon) }
        try settleNotifications(ofHidden: answer.id)
        try restoreNotifications(of: answer)
        _ = try latestNotification(of: reader.id)
        try settleNotifications(ofWithdrawn: story)
        // Other visits expect an empty queue.
        for attempt in try claimJobs(limit: 50, now: .noon.later(86_400)) { try finish(attempt) }
    }

    private func postNotified(
        _ text: String, by commenter: Commenter, answering parent: Newsroom.Comment.ID?, below story: Story.ID
    ) throws -> Newsroom.Comment {
        let draft =
            if case .person = commenter {
                try CommentDraft(signedBy: "Nora Notified", text: text, parent: parent, storyVersion: 1)
            } else {
                try CommentDraft(name: "A guest", text: text, email: "", parent: parent, storyVersion: 1)
            }
        let rules = PostingRules(closing: .never, holdsUnknownNames: false, limits: [])
        return try post(
            [Posting(draft: draft, story: story, source: "s", commenter: commenter, now: .noon)], rules: rules)[0].get()
            .comment
    }
}
