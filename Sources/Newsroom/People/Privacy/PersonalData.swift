package import Foundation

/// What is stored about a person, in the form of their archive. The names of the properties are those of the
/// JSON.
package enum PersonalData {
    package struct Account: Sendable, Encodable {
        let number: Int64
        let email, name, role: String
        let since: Date
        let nameChangedAt: Date?
        let language: String?
        let isPrivate, hasPassword: Bool
        let closesAt: Date?
        let commentsThen: String?
        let mails: [String: String]
        let keysOfFormerNames: [String]

        package init(
            number: Int64, email: String, name: String, role: String, since: Date, nameChangedAt: Date?,
            language: String?, isPrivate: Bool, hasPassword: Bool, closesAt: Date?, commentsThen: String?,
            mails: [String: String], keysOfFormerNames: [String]
        ) {
            self.number = number
            self.email = email
            self.name = name
            self.role = role
            self.since = since
            self.nameChangedAt = nameChangedAt
            self.language = language
            self.isPrivate = isPrivate
            self.hasPassword = hasPassword
            self.closesAt = closesAt
            self.commentsThen = commentsThen
            self.mails = mails
            self.keysOfFormerNames = keysOfFormerNames
        }
    }

    package struct Session: Sendable, Encodable {
        let beganAt, usedAt, endsAt: Date
        let browser: String

        package init(beganAt: Date, usedAt: Date, endsAt: Date, browser: String) {
            self.beganAt = beganAt
            self.usedAt = usedAt
            self.endsAt = endsAt
            self.browser = browser
        }
    }

    package struct SignIn: Sendable, Encodable {
        let at: Date
        let way, browser, addressDigest: String

        package init(at: Date, way: String, browser: String, addressDigest: String) {
            self.at = at
            self.way = way
            self.browser = browser
            self.addressDigest = addressDigest
        }
    }

    package struct Report: Sendable, Encodable {
        let comment: Int64
        let rule: String
        let note: String?
        let sentAt: Date
        /// The decision on the comment; `nil` while it waits.
        let outcome: String?

        package init(comment: Int64, rule: String, note: String?, sentAt: Date, outcome: String?) {
            self.comment = comment
            self.rule = rule
            self.note = note
            self.sentAt = sentAt
            self.outcome = outcome
        }
    }

    package struct Decision: Sendable, Encodable {
        let outcome: String
        let rule, note: String?
        let at: Date

        package init(outcome: String, rule: String?, note: String?, at: Date) {
            self.outcome = outcome
            self.rule = rule
            self.note = note
            self.at = at
        }
    }
}

extension PersonalData {
    package struct Comment: Sendable, Encodable {
        struct Text: Sendable, Encodable {
            let text: String
            let until: Date
        }

        let number, story: Int64
        let inReplyTo: Int64?
        let name, text, state: String
        let email: String?
        let postedAt: Date
        let editedAt, passageRemovedAt: Date?
        let earlierTexts: [Text]
        let decisions: [Decision]

        package init(_ comment: Newsroom.Comment, email: String?, earlier: [EarlierText], decisions: [Decision]) {
            number = comment.id.number
            story = comment.story.number
            inReplyTo = comment.parent?.number
            name = comment.name
            text = comment.text
            state =
                switch comment.state {
                case .published: "published"
                case .held: "awaits review"
                case .removed: "removed"
                case .deleted: "deleted"
                }
            self.email = email
            postedAt = comment.createdAt
            editedAt = comment.editedAt
            passageRemovedAt = comment.redactedAt
            earlierTexts = earlier.map { Text(text: $0.text, until: $0.replacedAt) }
            self.decisions = decisions
        }
    }
}
