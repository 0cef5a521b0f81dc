/// The newspaper's rules for comments. Rulings refer to them.
package struct Policy: Sendable, Hashable {
    package struct Clause: Sendable, Hashable {
        /// Identifies the rule in URLs and in the database, for example `abuse`. Its meaning must not change.
        package let code: String
        package let title: String
        package let sentence: String
        /// How urgent a report under this rule is, in minutes of waiting.
        package let minutes: Int

        package init(code: String, title: String, sentence: String, minutes: Int = 60) {
            self.code = code
            self.title = title
            self.sentence = sentence
            self.minutes = minutes
        }
    }

    /// Shown above the comment form of every story.
    package let welcome: String
    package let clauses: [Clause]

    package init(welcome: String, clauses: [Clause]) {
        self.welcome = welcome
        self.clauses = clauses
    }

    package func clause(_ code: String) -> Clause? { clauses.first { $0.code == code } }

    package static let standard = Policy(
        welcome: """
            We welcome comments that add to the story: what you know, what you saw, what you can show. \
            Write about the subject, not the person.
            """,
        clauses: [
            Clause(code: "abuse", title: "Abuse", sentence: "Do not insult, threaten or harass anyone.", minutes: 120),
            Clause(
                code: "hate", title: "Hate speech",
                sentence: "Do not attack people for who they are or what they believe.", minutes: 180),
            Clause(
                code: "private", title: "Private information",
                sentence: "Do not post addresses, phone numbers or other private details, including your own.",
                minutes: 240),
            Clause(
                code: "false", title: "Impersonation",
                sentence: "Do not write under somebody else's name."),
            Clause(
                code: "advertising", title: "Advertising",
                sentence: "Do not advertise or sell anything, and do not post in bulk."),
            Clause(
                code: "off-topic", title: "Off topic",
                sentence: "Stay on the subject of the story.", minutes: 15),
            Clause(
                code: "unlawful", title: "Unlawful content",
                sentence: "Do not post anything that the law forbids us to publish.", minutes: 300),
        ])
}
