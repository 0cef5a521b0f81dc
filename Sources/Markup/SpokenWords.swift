/// The words in the body of a story that only screen readers announce.
package struct SpokenWords: Sendable {
    /// The name of a table, by its number in the text.
    package var table: @Sendable (_ number: Int) -> String
    /// Stands before struck text.
    package var struck: String
    /// The name of a link to a footnote.
    package var footnote: @Sendable (_ number: Int) -> String
    /// The name of the list of footnotes.
    package var footnotes: String
    /// The name of a link from a footnote back to one of its references, which are counted from 1.
    package var backToText: @Sendable (_ number: Int, _ reference: Int) -> String

    package init(
        table: @escaping @Sendable (Int) -> String = { "\($0)" }, struck: String = "",
        footnote: @escaping @Sendable (Int) -> String = { "\($0)" }, footnotes: String = "",
        backToText: @escaping @Sendable (Int, Int) -> String = { "\($0).\($1)" }
    ) {
        self.table = table
        self.struck = struck
        self.footnote = footnote
        self.footnotes = footnotes
        self.backToText = backToText
    }
}
