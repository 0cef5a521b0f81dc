import Newsroom

/// A parameter that a route reads from the query. Actions never see other parameters.
package enum Parameter: String, Sendable {
    /// The order of the threads.
    case order
    /// The key after which a page of a list begins; for a listener, the last change that it knows.
    case after
    /// The version to compare with.
    case since
    /// The number of the log entry before which a page of the log, newest first, begins.
    case before
    /// The part of the desk's list of stories, and what it is narrowed to.
    case state, author, topic, text
    /// The filter of the desk's library of pictures, with `text`.
    case credit, from, until, use
    /// The draft for which pictures are chosen, and the numbers of pictures to list.
    case draft, numbers
    /// The earlier revision of a draft to show in its form.
    case revision
    /// The part of a draft that has the words of the suggestion that an editor has just accepted.
    case accepted
    /// The part of the moderation queue, with `topic`, and the decision before.
    case view, story, language, rule, hours, skipped, done
    /// The page of a story from which a moderator came to a case.
    case back
    /// The number of a sitemap.
    case part
    /// The path to go to after signing in.
    case next
    /// The token of an invitation to become the first admin, or of a mailed link.
    case token
    /// The words of the story that a reader would correct, and the version that the reader read.
    case passage, version
    /// The kind of notifications whose mails are turned off.
    case kind

    /// Whether a value lets its bearer in, so that the log must not show it.
    var isSecret: Bool { self == .token }

    /// The canonical form of a value in the address of a cached page; `nil` if an address without the
    /// parameter means the same.
    func canonical(_ value: String) -> String? {
        switch self {
        case .order: value == ThreadOrder.oldest.rawValue ? nil : value
        case .after: PageKey(value)?.description ?? value
        // Only the slots of a page show the decision that it names.
        case .done: nil
        case .since, .before, .next, .token, .kind, .state, .author, .topic, .text, .revision, .credit, .from,
            .until, .use, .draft, .numbers, .view, .story, .language, .rule, .hours, .skipped, .back, .part,
            .passage, .version, .accepted:
            value
        }
    }
}

extension Form {
    /// No page of ours uses a longer value, in bytes: a passage has up to 500 characters. A longer one becomes the empty text, so that comparing
    /// it costs nothing.
    private static let longestValue = 2_000

    /// Only these parameters.
    func only(_ parameters: [Parameter]) -> Form {
        Form(
            fields: parameters.compactMap { name in
                self[name.rawValue].map { (name.rawValue, $0.utf8.count <= Self.longestValue ? $0 : "") }
            })
    }
}
