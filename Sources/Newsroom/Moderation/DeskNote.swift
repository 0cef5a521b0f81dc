package import Foundation

/// A note of a moderator about a comment or about a name. Only staff see it.
package struct DeskNote: Sendable, Hashable {
    package typealias ID = Identifier<DeskNote>

    package enum Subject: String, Sendable, Hashable, CaseIterable {
        /// Shown with the cases of one comment.
        case comment
        /// Shown with the cases of all comments under one name.
        case name
    }

    /// How many notes about a comment, and how many about a name, a case shows: the latest.
    package static let shown = 20

    package let id: ID
    package let subject: Subject
    package let authorName: String
    package let text: String
    package let createdAt: Date

    package init(id: ID, subject: Subject, authorName: String, text: String, createdAt: Date) {
        self.id = id
        self.subject = subject
        self.authorName = authorName
        self.text = text
        self.createdAt = createdAt
    }
}

/// A submitted note, checked but not yet stored.
package struct DeskNoteDraft: Sendable, Hashable {
    package static let textRule = TextRule(.deskNote, field: "note", minimum: 1, maximum: 2_000, multiline: true)

    package let subject: DeskNote.Subject
    package let text: String

    /// Refuses with `invalid` an unknown subject, and a text that is empty, unprintable or longer than 2,000
    /// characters.
    package init(subject: String, text: String) throws(Refusal) {
        guard let subject = DeskNote.Subject(rawValue: subject) else {
            throw Refusal(.ruling(.noNoteSubject), field: "about")
        }
        self.subject = subject
        self.text = try Self.textRule.accept(text)
    }
}
