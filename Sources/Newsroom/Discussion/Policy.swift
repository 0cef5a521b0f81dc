/// What the house asks of its readers, in the house's words; rulings refer to its clauses.
package struct Policy: Sendable, Hashable {
    package struct Clause: Sendable, Hashable {
        /// Stands in addresses and records and never changes its meaning: `abuse`.
        package let code: String
        package let title: String
        package let sentence: String

        package init(code: String, title: String, sentence: String) {
            self.code = code
            self.title = title
            self.sentence = sentence
        }
    }

    /// Stands above the form under every story.
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
            Write about the matter and not about the person.
            """,
        clauses: [
            Clause(code: "abuse", title: "Abuse", sentence: "No insults, threats or harassment, of anyone."),
            Clause(
                code: "hate", title: "Hatred",
                sentence: "No contempt for people because of what they are or what they believe."),
            Clause(
                code: "private", title: "Private matters",
                sentence: "No addresses, telephone numbers or other private details, your own included."),
            Clause(
                code: "false", title: "False identity",
                sentence: "Nobody writes in the name of somebody else."),
            Clause(code: "advertising", title: "Advertising", sentence: "No selling, and nothing posted in bulk."),
            Clause(
                code: "off-topic", title: "Beside the story",
                sentence: "Comments belong to the story that they stand under."),
            Clause(code: "unlawful", title: "Against the law", sentence: "Nothing that the law forbids us to publish."),
        ])
}
