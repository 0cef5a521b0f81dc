import Crypto
package import Database
package import Foundation
package import Newsroom

/// A person's notifications and choices about mails.
extension Transaction {
    /// A person's notifications, newest first. Leaves out those about replies that are hidden or by a muted
    /// person, and those about withdrawn stories.
    package func notifications(
        of person: Person.ID, before id: Newsroom.Notification.ID?, limit: Int
    ) throws -> [Newsroom.Notification] {
        try all(
            """
            SELECT \(Newsroom.Notification.columns) FROM \(Newsroom.Notification.sources)
            WHERE n.person_id = $1 AND n.id < $2 AND \(Newsroom.Notification.isVisible) ORDER BY n.id DESC LIMIT $3
            """, person, id?.number ?? Int64.max, limit, as: notification
        ).compactMap(\.self)
    }

    /// The notifications of one kind for which a mail is due, oldest first.
    package func unmailedNotifications(
        of person: Person.ID, _ kind: Newsroom.Notification.Kind, limit: Int
    ) throws -> [Newsroom.Notification] {
        try all(
            """
            SELECT \(Newsroom.Notification.columns) FROM \(Newsroom.Notification.sources)
            WHERE n.person_id = $1 AND n.kind = $2 AND n.mailed_at IS NULL AND \(Newsroom.Notification.isVisible)
            ORDER BY n.id LIMIT $3
            """, person, kind.rawValue, limit, as: notification
        ).compactMap(\.self)
    }

    /// Records that notifications of these kinds, and those that the person has read, need no mail.
    package func settleMails(to person: Person.ID, _ kinds: [Newsroom.Notification.Kind]) throws {
        try run(
            """
            UPDATE notifications SET mailed_at = 0
            WHERE person_id = $1 AND mailed_at IS NULL AND read_at IS NOT NULL
            """, person)
        for kind in kinds {
            try run(
                "UPDATE notifications SET mailed_at = 0 WHERE person_id = $1 AND kind = $2 AND mailed_at IS NULL",
                person,
                kind.rawValue)
        }
    }

    /// How many notifications a person has not read; at most `Newsroom.Notification.mostCounted`.
    package func countUnread(of person: Person.ID) throws -> Int {
        try value(
            """
            SELECT COUNT(*) FROM (SELECT 1 FROM notifications WHERE person_id = $1 AND read_at IS NULL LIMIT $2) AS unread
            """, person, Newsroom.Notification.mostCounted) ?? 0
    }

    /// The latest notification of a person, even if pages do not show it; `nil` if there is none.
    package func latestNotification(of person: Person.ID) throws -> Newsroom.Notification.ID? {
        try value("SELECT id FROM notifications WHERE person_id = $1 ORDER BY id DESC LIMIT 1", person)
    }

    /// The latest notification of anybody; 0 before the first one.
    package func latestNotification() throws -> Newsroom.Notification.ID {
        Newsroom.Notification.ID(try value("SELECT id FROM notifications ORDER BY id DESC LIMIT 1") ?? 0)
    }

    /// The notifications after one, each with its owner, in the order in which they were stored.
    package func ownersOfNotifications(
        after id: Newsroom.Notification.ID, limit: Int
    ) throws -> [(id: Newsroom.Notification.ID, person: Person.ID)] {
        try all("SELECT id, person_id FROM notifications WHERE id > $1 ORDER BY id LIMIT $2", id, limit) { row in
            (try row[0], try row[1])
        }
    }

    /// Marks all notifications up to one as read.
    package func markRead(of person: Person.ID, upTo id: Newsroom.Notification.ID, now: Date) throws {
        try run(
            "UPDATE notifications SET read_at = $3 WHERE person_id = $1 AND id <= $2 AND read_at IS NULL", person, id,
            now)
    }

    /// Records when these notifications were mailed, or that they need no mail (`nil`).
    package func markMailed(_ ids: [Newsroom.Notification.ID], at time: Date?) throws {
        let never = Date(timeIntervalSince1970: 0)
        for id in ids { try run("UPDATE notifications SET mailed_at = $2 WHERE id = $1", id, time ?? never) }
    }

    /// The source of a comment, for limits: its network address as a digest, or else the account or browser.
    package func source(of comment: Comment.ID) throws -> String? {
        try value("SELECT CASE WHEN source = '' THEN writer ELSE source END FROM comments WHERE id = $1", comment)
    }

    /// When the last mail of a kind went to a person. Reads only the latest hundred notifications.
    package func lastMail(to person: Person.ID, about kind: Newsroom.Notification.Kind) throws -> Date? {
        try value(
            """
            SELECT MAX(mailed_at) FROM (
                SELECT kind, mailed_at FROM notifications WHERE person_id = $1 ORDER BY id DESC LIMIT 100
            ) AS latest WHERE kind = $2
            """, person, kind.rawValue)
    }

    package func notificationChoices(of person: Person.ID) throws -> NotificationChoices {
        var choices = NotificationChoices()
        try forEach(
            "SELECT kind, delivery FROM notification_choices WHERE person_id = $1", [person], name: #function
        ) { row in
            if let kind = Newsroom.Notification.Kind(rawValue: try row[0] as String),
                let delivery = MailFrequency(rawValue: try row[1] as String)
            {
                choices[kind] = delivery
            }
        }
        return choices
    }

    package func choose(_ frequency: MailFrequency, for kind: Newsroom.Notification.Kind, of person: Person.ID) throws {
        try run(
            """
            INSERT INTO notification_choices (person_id, kind, delivery) VALUES ($1, $2, $3)
            ON CONFLICT (person_id, kind) DO UPDATE SET delivery = $3
            """, person, kind.rawValue, frequency.rawValue)
    }

    /// The token with which mails to a person can be turned off. `fresh` becomes the token of a person who has none.
    package func mailToken(of person: Person.ID, or fresh: String) throws -> String {
        if let token: String = try value("SELECT mail_token FROM people WHERE id = $1", person) { return token }
        try run("UPDATE people SET mail_token = $2 WHERE id = $1", person, fresh)
        return fresh
    }

    package func isMailToken(_ token: String, of person: Person.ID) throws -> Bool {
        let known: String? = try value("SELECT mail_token FROM people WHERE id = $1 AND removed_at IS NULL", person)
        // Compares in constant time, like hashes of passwords.
        guard let known else { return false }
        return SymmetricKey(data: Data(known.utf8)) == SymmetricKey(data: Data(token.utf8))
    }

    /// `nil` for a kind that only a later release knows.
    private func notification(_ row: Row) throws -> Newsroom.Notification? {
        guard let kind = Newsroom.Notification.Kind(rawValue: try row[1]) else { return nil }
        let isReply = kind == .reply || kind == .staffReply
        let isOwn = kind == .ruling || kind == .release
        let outcome = (try row[11] as String?).flatMap { Ruling.Outcome(rawValue: $0) }
        let act = (try row[14] as String?).flatMap { Suggestion.Act(rawValue: $0) }
        var notification = Newsroom.Notification(
            id: try row[0], kind: kind, at: try row[2], isRead: !row.isNull(at: 3),
            story: row.isNull(at: 4) ? nil : try storyReference(row, from: 4), comment: try row[8],
            name: isReply ? try row[9] : nil, text: isReply || isOwn ? try row[10] : nil,
            decision: try outcome.map { outcome in
                Newsroom.Notification.Decision(outcome: outcome, clause: try row[12], sentence: try row[13])
            })
        notification.suggestion = try act.map { act in
            Newsroom.Notification.SuggestionOutcome(act: act, answer: try row[15])
        }
        return notification
    }
}

extension Newsroom.Notification {
    fileprivate static let columns: SQL = """
        n.id, n.kind, n.at, n.read_at, s.id, s.slug, v.headline, s.language, c.id, c.name, c.text,
        r.outcome, r.clause, r.sentence, d.act, d.answer
        """
    fileprivate static let sources: SQL = """
        notifications n
        LEFT JOIN comments c ON c.id = n.comment_id
        LEFT JOIN stories s ON s.id = n.story_id
        LEFT JOIN versions v ON v.story_id = s.id AND v.number = s.current_version
        LEFT JOIN rulings r ON r.id = n.ruling_id
        LEFT JOIN suggestion_decisions d ON d.id = n.suggestion_decision_id
        """
    fileprivate static let isVisible: SQL = """
        (s.id IS NULL OR s.is_withdrawn = 0) AND (n.kind NOT IN ('reply', 'staff-reply') OR c.state = 'published')
            AND NOT EXISTS (
                SELECT 1 FROM mutes m WHERE m.person_id = n.person_id AND m.muted_id = c.person_id AND n.kind = 'reply')
        """
}
