/// Parts that a page adds to the text of a story.
package struct StoryAdditions {
    /// The heading of a fact box that has no title.
    package var untitledBox: HTML
    /// The figure of a picture, by the number in `![caption](picture:12)`. `nil` if readers may not see it.
    package var figure: (_ picture: Int64) -> StoryFigure?
    /// The card of an address that is a paragraph of its own, or `nil` to show the address.
    package var card: ((_ address: SafeURL) -> HTML?)?
    /// The page that the links to and from footnotes name, for a text that stands elsewhere.
    package var page: SafeURL?
    /// Stands before the identifiers of footnotes where a page has several texts.
    package var prefix: HTML

    package init(
        untitledBox: HTML = "", figure: @escaping (Int64) -> StoryFigure? = { _ in nil },
        card: ((SafeURL) -> HTML?)? = nil, page: SafeURL? = nil, prefix: HTML = ""
    ) {
        self.untitledBox = untitledBox
        self.figure = figure
        self.card = card
        self.page = page
        self.prefix = prefix
    }
}

/// The markup of a picture. A caption in the text stands in the place of the picture's own.
package struct StoryFigure {
    /// From the opening tag to the beginning of the caption.
    package var beginning: HTML
    package var caption: HTML
    /// From the end of the caption to the closing tag.
    package var end: HTML

    package init(beginning: HTML, caption: HTML, end: HTML) {
        self.beginning = beginning
        self.caption = caption
        self.end = end
    }
}
