import Newsroom

/// The words of the tools on the page where a story is written.
package struct WritingWords: Sendable {
    package var toolbar = "Markdown"
    package var toolName: @Sendable (WritingTool) -> String = { tool in
        switch tool {
        case .bold: "Bold"
        case .italic: "Italic"
        case .link: "Link"
        case .crosshead: "Crosshead"
        case .quotation: "Quotation"
        case .list: "List"
        case .numbers: "Numbered list"
        case .table: "Table"
        case .footnote: "Footnote"
        case .facts: "Fact box"
        case .picture: "Picture"
        }
    }
    package var livePreview = "Live preview"
    package var choice = "Pictures to insert"
    package var emptyGallery = "This story has no pictures yet."
    package var toGallery = "Choose pictures"
    package var inSearch = "In search results"
    package var onFront = "At the top of the front page"
    package var sentences = WritingSentences()

    /// The sentences with the limits of the headline and of the text in characters.
    func sentences(headline: Int, text: Int) -> WritingSentences {
        var sentences = sentences
        sentences.headline = sentences.headline.replacing("##", with: headline.grouped)
        sentences.text = sentences.text.replacing("##", with: text.grouped)
        (sentences.headlineLimit, sentences.textLimit) = (headline, text)
        return sentences
    }
}

/// The sentences that the scripts of the page use in the browser; see `LiveSentences` for `#` and the plural
/// forms.
package struct WritingSentences: Sendable, ScriptSentences {
    package typealias Counted = [String: String]

    package var words: Counted = ["one": "# word", "other": "# words"]
    package var minutes: Counted = ["one": "# minute to read", "other": "# minutes to read"]
    /// `##` stands for the limit.
    package var headline = "# of ## characters"
    package var text = "# of ## characters"
    package var foundWhole = "Search results show all of it."
    package var foundInPart = "Search results cut it after # characters."
    package var lines: Counted = ["one": "# line on the front page.", "other": "# lines on the front page."]
    package var longForFront = "It is long for the front page: # lines."
    package var picture = "Picture #"

    /// Words that stand in the text until somebody replaces them.
    package var column = "Column"
    package var title = "Title"
    package var fact = "Fact"
    package var linked = "link"
    package var footnote = "Footnote"

    package var noPreview = "The preview is not available now. It comes back when you continue to write."

    var headlineLimit = 0
    var textLimit = 0
}
