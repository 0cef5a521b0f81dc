import Markup
package import Newsroom

/// The place to which the forms of a case lead back.
package enum WayBack: Sendable, Hashable {
    case desk
    case queue(QueueFilter)
    /// The page on which a moderator read the comment.
    case story(StoryPlace)

    /// The part of the queue that a moderator works on.
    package var queue: QueueFilter? { if case .queue(let filter) = self { filter } else { nil } }

    /// The fields of an address or a form that say the same.
    package var fields: [(name: String, value: String)] {
        switch self {
        case .desk: []
        case .queue(let filter): filter.fields
        case .story(let place): [("back", place.description)]
        }
    }

    /// The same as hidden fields of a form.
    var hidden: HTML { hidden(current: nil) }

    /// In the queue, `current` is the case that the moderator has open.
    func hidden(current: Case.ID?) -> HTML {
        var fields = fields
        if let current, queue != nil { fields.append(("current", current.description)) }
        return fields.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as HTML }.joined()
    }
}
