import CCMarkGFM

/// The fact boxes of a story, each with a heading that names it.
extension StoryRendering {
    struct BoxProgress {
        /// The number of boxes so far.
        var count = 0
        var isInside = false
    }

    mutating func box(_ node: MarkdownNode) -> StaticString {
        boxes.count += 1
        boxes.isInside = true
        out.append("<aside class=\"fact-box\" role=\"note\" aria-labelledby=\"fact-box-\(boxes.count)\">\n")
        if node.firstChild?.isMarked != true {
            out.append("<h2 id=\"fact-box-\(boxes.count)\">\(additions.untitledBox)</h2>\n")
        }
        return "</aside>\n"
    }

    mutating func boxTitle() -> StaticString {
        out.append("<h2 id=\"fact-box-\(boxes.count)\">")
        return "</h2>\n"
    }
}
