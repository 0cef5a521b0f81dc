import Database
import Foundation
import Newsroom

/// The stories and topics that a person follows, the people whom the person mutes, and the notifications.
extension Transaction {
    func personalFollows(of person: Person.ID) throws -> [PersonalData.Follow] {
        try followed(by: person).map { followed in
            switch followed.subject {
            case .story(let story): PersonalData.Follow(story: story.number, topic: nil, since: followed.since)
            case .topic(let slug): PersonalData.Follow(story: nil, topic: slug.text, since: followed.since)
            }
        }
    }

    func personalMutes(of person: Person.ID) throws -> [PersonalData.Mute] {
        try muted(by: person).map { PersonalData.Mute(name: $0.name, since: $0.since) }
    }

    func personalNotifications(of person: Person.ID, limit: Int) throws -> [PersonalData.Notification] {
        try all(
            """
            SELECT kind, at, story_id, comment_id, read_at FROM notifications WHERE person_id = $1 ORDER BY id LIMIT $2
            """, person, limit
        ) { row in
            PersonalData.Notification(
                kind: try row[0], at: try row[1], story: try row[2], comment: try row[3], readAt: try row[4])
        }
    }

    /// How often the person gets mails, for each kind of notification for which the person has chosen.
    func personalMailChoices(of person: Person.ID) throws -> [String: String] {
        let choices = try notificationChoices(of: person).frequencies
        return Dictionary(uniqueKeysWithValues: choices.map { ($0.rawValue, $1.rawValue) })
    }
}
