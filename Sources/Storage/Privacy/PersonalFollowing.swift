import Database
import Foundation
import Newsroom

/// The stories and topics that a person follows, the people whom the person mutes, the notifications, and the
/// corrections that the person suggested.
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

    func personalSuggestions(of person: Person.ID, limit: Int) throws -> [PersonalData.Suggestion] {
        try all(
            """
            SELECT g.story_id, g.passage, g.wrong, g.correct, g.evidence, g.name, g.may_be_thanked, g.created_at, g.state,
                (SELECT d.answer FROM suggestion_decisions d WHERE d.suggestion_id = g.id ORDER BY d.id DESC LIMIT 1)
            FROM suggestions g WHERE g.person_id = $1 AND g.person_id IS NOT NULL ORDER BY g.id LIMIT $2
            """, person, limit
        ) { row in
            PersonalData.Suggestion(
                story: try row[0], texts: try texts(row, from: 1), name: try row[5], mayBeThanked: try row[6],
                sentAt: try row[7], state: try row[8], answer: try row[9])
        }
    }

    /// How often the person gets mails, for each kind of notification for which the person has chosen.
    func personalMailChoices(of person: Person.ID) throws -> [String: String] {
        let choices = try notificationChoices(of: person).frequencies
        return Dictionary(uniqueKeysWithValues: choices.map { ($0.rawValue, $1.rawValue) })
    }
}
