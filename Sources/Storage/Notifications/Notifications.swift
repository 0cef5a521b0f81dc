import Crypto
package import Database
package import Foundation
package import Newsroom

/// A person's notifications and choices.
extension Transaction {
    /// A person's notifications, newest first. Those about comments that readers do not see anymore are left out, except
    /// for decisions on the person's own comment.
    package func notifications(
        of person: Person.ID, before id: Newsroom.Notification.ID?, limit: Int
    ) throws -> [Newsroom.Notification] {
        try found(
            """
            SELECT n.id, n.kind, n.at, n.read_at, n.story_id, n.comment_id, n.ruling_id FROM notifications n
            WHERE n.person_id = $1 AND n.id < $2 ORDER BY n.id DESC LIMIT $3
            """, [person, id?.number ?? Int64.max, limit], name: #function)
    }

    /// The notifications for which a mail may be due, oldest first.
    package func unmailedNotifications(of person: Person.ID, limit: Int) throws -> [Newsroom.Notification] {
        try found(
            """
            SELECT n.id, n.kind, n.at, n.read_at, n.story_id, n.comment_id, n.ruling_id FROM notifications n
            WHERE n.person_id = $1 AND n.mailed_at IS NULL ORDER BY n.id LIMIT $2
            """, [person, limit], name: #function)
    }

    /// How many notifications a person has not read; at most `Newsroom.Notification.mostCounted`.
    package func countUnread(of person: Person.ID) throws -> Int {
        try value(
            """
            SELECT COUNT(*) FROM (SELECT 1 FROM notifications WHERE person_id = $1 AND read_at IS NULL LIMIT $2) AS unread
            """, person, Newsroom.Notification.mostCounted) ?? 0
    }

    /// Marks all notifications up to one as read.
    package func markRead(of person: Person.ID, upTo id: Newsroom.Notification.ID, now: Date) throws {
        try run(
            "UPDATE notifications SET read_at = $3 WHERE person_id = $1 AND id <= $2 AND read_at IS NULL", person, id, now)
    }

    /// Records that no further mail is due for these notifications.
    package func markMailed(_ ids: [Newsroom.Notification.ID], now: Date) throws {
        for id in ids { try run("UPDATE notifications SET mailed_at = $2 WHERE id = $1", id, now) }
    }

    package func notificationChoices(of person: Person.ID) throws -> NotificationChoices {
        var choices = NotificationChoices()
        try forEach(
            "SELECT kind, delivery FROM notification_choices WHERE person_id = $1", [person], name: #function
        ) { row in
            if let kind = Newsroom.Notification.Kind(rawValue: try row[0]), let delivery = Delivery(rawValue: try row[1]) {
                choices[kind] = delivery
            }
        }
        return choices
    }

    package func choose(_ delivery: Delivery, for kind: Newsroom.Notification.Kind, of person: Person.ID) throws {
        try run(
            """
            INSERT INTO notification_choices (person_id, kind, delivery) VALUES ($1, $2, $3)
            ON CONFLICT (person_id, kind) DO UPDATE SET delivery = $3
            """, person, kind.rawValue, delivery.rawValue)
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
        return known.map { SymmetricKey(data: Data($0.utf8)) == SymmetricKey(data: Data(token.utf8)) } ?? false
    }

    private func found(_ sql: SQL, _ values: [any Storable], name: StaticString) throws -> [Newsroom.Notification] {
        var rows: [StoredNotification] = []
        try forEach(sql, values, name: name) { row in rows.append(try StoredNotification(row)) }
        return try rows.compactMap(notification)
    }

    /// `nil` if there is nothing to see anymore: the reply was removed, or the story was withdrawn.
    private func notification(_ stored: StoredNotification) throws -> Newsroom.Notification? {
        guard let kind = Newsroom.Notification.Kind(rawValue: stored.kind) else { return nil }
        let comment = try stored.comment.flatMap { try comment($0) }
        let isReply = kind == .reply || kind == .staffReply
        if isReply, comment?.state != .published { return nil }
        let story = try (comment?.story ?? stored.story).flatMap { try self.story($0) }
        guard story?.withdrawal == nil, story != nil || kind == .queue || kind == .jobs else { return nil }
        return Newsroom.Notification(
            id: stored.id, kind: kind, at: stored.at, isRead: stored.isRead, story: story?.reference, comment: comment?.id,
            name: isReply ? comment?.name : nil, text: isReply ? comment?.text : nil,
            ruling: try stored.ruling.flatMap { try ruling($0) })
    }
}

private struct StoredNotification {
    let id: Newsroom.Notification.ID
    let kind: String
    let at: Date
    let isRead: Bool
    let story: Story.ID?
    let comment: Comment.ID?
    let ruling: Ruling.ID?

    init(_ row: Row) throws {
        (id, kind, at, isRead) = (try row[0], try row[1], try row[2], !row.isNull(at: 3))
        (story, comment, ruling) = (try row[4], try row[5], try row[6])
    }
}
