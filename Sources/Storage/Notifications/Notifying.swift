import Database
import Foundation
import Newsroom

/// Stores notifications in the transaction of their cause.
extension Transaction {
    /// Tells a person about a comment. A job mails it later, if the person wants that.
    func notify(
        _ person: Person.ID, of kind: Newsroom.Notification.Kind, _ comment: Comment, ruling: Ruling.ID? = nil,
        now: Date
    ) throws {
        try run(
            """
            INSERT INTO notifications (person_id, kind, story_id, comment_id, ruling_id, at)
            VALUES ($1, $2, $3, $4, $5, $6)
            """, person, kind.rawValue, comment.story, comment.id, ruling, now)
        try enqueueMail(to: person, now: now)
    }

    /// Tells a person about a story, or about the desk (`nil`). Does nothing while the person has an unread
    /// notification of the same kind about it.
    func notify(_ person: Person.ID, of kind: Newsroom.Notification.Kind, _ story: Story.ID?, now: Date) throws {
        let isKnown = try exists(
            """
            SELECT 1 FROM notifications WHERE person_id = $1 AND kind = $2 AND read_at IS NULL
                AND (story_id = $3 OR ($3 IS NULL AND story_id IS NULL)) LIMIT 1
            """, person, kind.rawValue, story)
        guard !isKnown else { return }
        try run(
            "INSERT INTO notifications (person_id, kind, story_id, at) VALUES ($1, $2, $3, $4)", person, kind.rawValue,
            story, now)
        try enqueueMail(to: person, now: now)
    }

    /// Tells the sender of a suggestion what the desk decided.
    func notify(_ sender: Person.ID, ofDecision decision: Int64, on story: Story.ID, now: Date) throws {
        try run(
            """
            INSERT INTO notifications (person_id, kind, story_id, suggestion_decision_id, at)
            VALUES ($1, $2, $3, $4, $5)
            """, sender, Newsroom.Notification.Kind.report.rawValue, story, decision, now)
        try enqueueMail(to: sender, now: now)
    }

    private func enqueueMail(to person: Person.ID, now: Date) throws {
        let dueAt = now.addingTimeInterval(Newsroom.Notification.firstWait)
        try enqueue(JobOrder(.mailNotifications, subject: person.description, dueAt: dueAt), now: now)
    }

    /// Tells the people to whose comments these published comments reply.
    func notifyOfReplies(_ comments: [Comment], now: Date) throws {
        for reply in comments {
            guard let parent = reply.parent,
                let person = try person(of: parent),
                try person != reply.person && !isMuted(reply.person, by: person) && !isTold(person, of: reply.id)
            else { continue }
            let isByStaff = reply.isByDesk || reply.mark != nil
            try notify(person, of: isByStaff ? .staffReply : .reply, reply, now: now)
        }
    }

    /// The account that a comment belongs to.
    private func person(of comment: Comment.ID) throws -> Person.ID? {
        try first("SELECT person_id FROM comments WHERE id = $1", comment) { row in try row[0] as Person.ID? } ?? nil
    }

    private func isMuted(_ other: Person.ID?, by person: Person.ID) throws -> Bool {
        try other.map { try exists("SELECT 1 FROM mutes WHERE person_id = $1 AND muted_id = $2", person, $0) } ?? false
    }

    /// Tells the commenter about a ruling on the comment, and those who reported it.
    func notifyOfRuling(_ id: Ruling.ID, _ draft: RulingDraft, on comment: Comment, in deskCase: Case.ID, now: Date)
        throws
    {
        switch (draft.outcome, comment.person) {
        case (.uphold, let person?) where !draft.isOnRequest:
            try notify(person, of: .ruling, comment, ruling: id, now: now)
        case (.approve, let person?) where comment.state == .held:
            try notify(person, of: .release, comment, ruling: id, now: now)
        default: break
        }
        if draft.outcome == .approve, comment.state == .held { try notifyOfReplies([comment], now: now) }
        let reporters: [Person.ID?] = try all("SELECT person_id FROM reports WHERE case_id = $1", deskCase) {
            try $0[0]
        }
        for person in Set(reporters.compactMap(\.self)) {
            try notify(person, of: .report, comment, ruling: id, now: now)
        }
    }

    /// Makes notifications about a hidden reply unread again when readers see the reply again. Those that a
    /// person has read stay read.
    func restoreNotifications(of comment: Comment) throws {
        let people: [Person.ID] = try all(
            """
            SELECT person_id FROM notifications
            WHERE comment_id = $1 AND comment_id IS NOT NULL AND kind IN ('reply', 'staff-reply') AND read_at = at
            """, comment.id
        ) { try $0[0] }
        guard !people.isEmpty else { return }
        try run(
            """
            UPDATE notifications SET read_at = NULL, mailed_at = CASE WHEN mailed_at = 0 THEN NULL ELSE mailed_at END
            WHERE comment_id = $1 AND comment_id IS NOT NULL AND kind IN ('reply', 'staff-reply') AND read_at = at
            """, comment.id)
        // The comment is older than the wait, so the job is due at once.
        for person in people { try enqueueMail(to: person, now: comment.createdAt) }
    }

    private func isTold(_ person: Person.ID, of reply: Comment.ID) throws -> Bool {
        try exists(
            """
            SELECT 1 FROM notifications WHERE comment_id = $1 AND comment_id IS NOT NULL AND person_id = $2
                AND kind IN ('reply', 'staff-reply') LIMIT 1
            """, reply, person)
    }

    /// Marks notifications about a hidden reply as read, because nobody needs them.
    func settleNotifications(ofHidden comment: Comment.ID) throws {
        try run(
            """
            UPDATE notifications SET read_at = at
            WHERE comment_id = $1 AND comment_id IS NOT NULL AND kind IN ('reply', 'staff-reply') AND read_at IS NULL
            """, comment)
    }

    /// Marks notifications about a withdrawn story as read, because nobody needs them.
    func settleNotifications(ofWithdrawn story: Story.ID) throws {
        try run(
            "UPDATE notifications SET read_at = at WHERE story_id = $1 AND story_id IS NOT NULL AND read_at IS NULL",
            story)
    }

    /// Deletes the notifications about an undone ruling.
    func forgetNotifications(of ruling: Ruling.ID) throws {
        try run("DELETE FROM notifications WHERE ruling_id = $1 AND ruling_id IS NOT NULL", ruling)
    }
}
