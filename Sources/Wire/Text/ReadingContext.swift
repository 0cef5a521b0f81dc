/// How text is read inside an element.
struct ReadingContext {
    var style = InlineText.Style.plain
    /// Whether line ends in the text are line ends on the page.
    var keepsLines = false
    var quotations = 0

    func inside(_ element: XMLElement) -> Self {
        var context = self
        context.style = style.inside(element)
        guard !element.attributes.isEmpty else { return context }
        let look = ((element["class"] ?? "") + " " + (element["style"] ?? "")).lowercased()
        context.keepsLines =
            keepsLines
            || ["verse", "poem", "stanza", "white-space:pre", "white-space: pre"].contains {
                look.contains($0)
            }
        return context
    }
}
