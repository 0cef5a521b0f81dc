import Crypto
package import Foundation

/// An entry of the desk's log. Each entry holds the hash of the previous entry, so a changed or removed entry
/// breaks the chain. Removing only the latest entries does not break it.
package struct LogEntry: Sendable, Hashable {
    package let number: Int64
    package let at: Date
    /// The e-mail address of the member of staff, or `system`.
    package let actor: String
    /// The kind of action: `ruling`, `undo`, `discussion.close`, `staff.role`.
    package let action: String
    /// The object of the action: `comment 12`.
    package let subject: String
    package let detail: String
    package let previousHash: String
    package let hash: String

    package init(
        number: Int64, at: Date, actor: String, action: String, subject: String, detail: String, previousHash: String,
        hash: String
    ) {
        self.number = number
        self.at = at
        self.actor = actor
        self.action = action
        self.subject = subject
        self.detail = detail
        self.previousHash = previousHash
        self.hash = hash
    }

    /// Makes the entry that follows the entry with `previousHash` (64 zeros for the first).
    package init(
        number: Int64, at: Date, actor: String, action: String, subject: String, detail: String, previousHash: String
    ) {
        self.init(
            number: number, at: at, actor: actor, action: action, subject: subject, detail: detail,
            previousHash: previousHash,
            hash: Self.hash([
                previousHash, String(number), String(at.milliseconds), actor, action, subject, detail,
            ]))
    }

    /// The actor of an operator's commands.
    package static let system = "system"

    package static let beforeTheFirst = String(repeating: "0", count: 64)

    /// Whether the entry's own hash is correct and the entry follows the entry with `previousHash`.
    package func follows(_ previousHash: String) -> Bool {
        let again = LogEntry(
            number: number, at: at, actor: actor, action: action, subject: subject, detail: detail,
            previousHash: self.previousHash)
        return self.previousHash == previousHash && again.hash == hash
    }

    /// The SHA-256 digest of the fields. Each field is preceded by its length in bytes, so that different
    /// lists of fields never produce the same input.
    private static func hash(_ fields: [String]) -> String {
        var digest = SHA256()
        for field in fields {
            digest.update(data: Data("\(field.utf8.count):".utf8))
            digest.update(data: Data(field.utf8))
        }
        return digest.finalize().hexadecimal
    }
}
