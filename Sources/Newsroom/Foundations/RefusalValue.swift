package import Foundation

extension Refusal {
    /// The name of a value in messages and in machine-readable responses. A name must not change.
    package enum Name: String, Sendable, Hashable, CaseIterable, CodingKeyRepresentable {
        /// The subject of a text, a `TextRule.Subject`.
        case text
        case limit, minimum, length
        /// The action that is limited, an `Admission`.
        case limited
        case seconds, minutes, kilobytes, megabytes, megapixels, side
        case version, guid
        /// The name of a file.
        case file
        /// A person's name and e-mail address.
        case name, address
        /// The role that somebody has, and the permission that is needed.
        case role, needed
        /// A `Ruling.Outcome`.
        case outcome
        /// When something happened or when it ends.
        case time
        /// A database table, the key of a row in it, the version of a schema, and the newest known version.
        case table, key, schema, known
        /// An error message of another program.
        case reason
    }

    /// A value in a message.
    package enum Value: Sendable, Hashable {
        case number(Int)
        case text(String)
        case time(Date)
    }
}

/// Encodes a number or a text as it is, and a time in the format of RFC 3339.
extension Refusal.Value: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .time(let time): try container.encode(time.ISO8601Format())
        }
    }
}

extension Refusal.Name: Encodable {}
