/// A page that shows a comment: a page of a story's discussion, or the page of one comment.
package struct StoryPlace: Sendable, Hashable, CustomStringConvertible {
    package enum Page: Sendable, Hashable {
        case story(ThreadOrder)
        case comment(Comment.ID)
    }

    package let page: Page
    /// The key after which the page begins; `nil` for a first page.
    package let after: PageKey?

    package init(_ page: Page, after: PageKey? = nil) {
        self.page = page
        self.after = after
    }

    /// Parses the order of the threads or the number of a comment, and a key after a full stop.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let key = parts.count > 1 ? PageKey(parts[1]) : nil
        guard let first = parts.first, key != nil || parts.count == 1 else { return nil }
        if let order = ThreadOrder(rawValue: String(first)) {
            self.init(.story(order), after: key)
        } else if let comment = Comment.ID(path: first) {
            self.init(.comment(comment), after: key)
        } else {
            return nil
        }
    }

    package var description: String {
        let name =
            switch page {
            case .story(let order): order.rawValue
            case .comment(let comment): comment.description
            }
        return after.map { "\(name).\($0)" } ?? name
    }
}
