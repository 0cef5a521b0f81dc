package import Foundation

extension PersonalData {
    /// A story or a topic that a person follows.
    package struct Follow: Sendable, Encodable {
        let story: Int64?
        let topic: String?
        let since: Date

        package init(story: Int64?, topic: String?, since: Date) {
            self.story = story
            self.topic = topic
            self.since = since
        }
    }

    /// Somebody whom a person mutes.
    package struct Mute: Sendable, Encodable {
        let name: String
        let since: Date

        package init(name: String, since: Date) {
            self.name = name
            self.since = since
        }
    }

    package struct Notification: Sendable, Encodable {
        let kind: String
        let at: Date
        let story, comment: Int64?
        let readAt: Date?

        package init(kind: String, at: Date, story: Int64?, comment: Int64?, readAt: Date?) {
            self.kind = kind
            self.at = at
            self.story = story
            self.comment = comment
            self.readAt = readAt
        }
    }
}
