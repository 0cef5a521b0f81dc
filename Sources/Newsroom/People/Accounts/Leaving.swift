package import Foundation

/// The end of an account that its owner has chosen, until which the owner can change their mind.
package struct Leaving: Sendable, Hashable {
    /// What becomes of the comments of an account that ends.
    package enum Comments: String, Sendable, Hashable, CaseIterable {
        /// They stay without the name.
        case keep
        /// They are removed like those that a commenter deletes.
        case delete

        /// Parses the choice in a form. Refuses anything else with `invalid`.
        package static func accept(_ typed: String?) throws(Refusal) -> Comments {
            guard let choice = typed.flatMap(Comments.init) else {
                throw Refusal(.account(.noChoice), field: "comments")
            }
            return choice
        }
    }

    package let at: Date
    package let comments: Comments

    package init(at: Date, comments: Comments) {
        self.at = at
        self.comments = comments
    }

    package static let days = 14
    /// How long the owner of an account can change their mind, in seconds.
    package static let seconds = Double(days) * 86_400
}

extension Person {
    /// The number of a person as the subject of a job. A step after the first has its number, too: `12`, `12
    /// 2`.
    package struct Errand: Sendable, Hashable {
        package let person: Person.ID
        package let step: Int

        package init(_ person: Person.ID, step: Int = 1) {
            self.person = person
            self.step = step
        }

        package init?(subject: String) {
            let parts = subject.split(separator: " ").map(String.init)
            guard let first = parts.first, let person = Person.ID(path: first), parts.count <= 2 else { return nil }
            self.init(person, step: parts.count == 2 ? Int(parts[1]) ?? 1 : 1)
        }

        package var subject: String { step == 1 ? "\(person)" : "\(person) \(step)" }

        package var next: Errand { Errand(person, step: step + 1) }
    }
}
