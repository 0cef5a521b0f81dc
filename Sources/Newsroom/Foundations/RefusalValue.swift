package import Foundation

extension Refusal {
    /// What a value is called, in the words and in what machines read. A name is never changed.
    package enum Name: String, Sendable, Hashable, CaseIterable, CodingKeyRepresentable {
        /// Which text is meant: a `TextRule.Subject`.
        case text
        case limit, minimum, length
        case seconds, kilobytes, megabytes, megapixels, side
        case version, guid
        /// The name and the e-mail address of a person.
        case name, address
        /// The role that somebody has, and the one that is needed.
        case role, needed
        /// A `Ruling.Outcome`.
        case outcome
        /// When something happened or ends.
        case time
        /// A table of the database, the key of a row in it, and steps of the schema.
        case table, key, schema, known
        /// What another program said, in its own words.
        case reason
    }

    /// A value of a sentence.
    package enum Value: Sendable, Hashable {
        case number(Int)
        case text(String)
        case time(Date)
    }
}

/// A number, or a text; a time in the form of RFC 3339.
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
