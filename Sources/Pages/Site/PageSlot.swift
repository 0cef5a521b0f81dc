import Markup
package import Newsroom

/// The slots of shared pages.
package enum PageSlot: Hashable, Sendable {
    /// A part for staff only: a link to the desk, or the usage terms of a picture.
    case staff
    /// The name in the comment form, for a browser that has commented on the story.
    case name
    /// The visitor's own comments that await review: all of them below the story, or the replies to one
    /// comment.
    case waiting(below: Comment.ID?)
    /// The link for editing a comment, for the commenter.
    case editLink(Comment.ID)
    /// In place of a comment that readers do not see: the ruling for the commenter, the link to its case for the staff.
    case ruling(Comment.ID)
    /// The button with which staff open the case of a comment.
    case rule(Comment.ID)

    func html(_ content: HTML = "") -> HTML {
        switch self {
        case .staff: .slot("staff", content: content)
        case .name: .slot("name", content: content)
        case .waiting(let parent): .slot("waiting", parent?.number, content: content)
        case .editLink(let comment): .slot("edit", comment.number, content: content)
        case .ruling(let comment): .slot("ruling", comment.number, content: content)
        case .rule(let comment): .slot("rule", comment.number, content: content)
        }
    }

    init?(name: String) {
        let words = name.split(separator: " ")
        let comment = words.count == 2 ? Int64(words[1]).map { Comment.ID($0) } : nil
        switch (words.first, comment) {
        case ("staff", nil): self = .staff
        case ("name", nil): self = .name
        case ("waiting", _): self = .waiting(below: comment)
        case ("edit", let comment?): self = .editLink(comment)
        case ("ruling", let comment?): self = .ruling(comment)
        case ("rule", let comment?): self = .rule(comment)
        default: return nil
        }
    }
}

/// The contents of the slots of a shared page for one visitor.
package struct SlotFilling: Sendable {
    package let isStaff: Bool
    /// The comments that this browser posted below the story on the page.
    package let own: OwnComments?
    /// The controls beside comments, for staff who moderate.
    package let controls: StaffControls?

    package init(isStaff: Bool = false, own: OwnComments? = nil, controls: StaffControls? = nil) {
        self.isStaff = isStaff
        self.own = own
        self.controls = controls
    }

    /// The content of a slot for this visitor. `nil` leaves it empty.
    package func content(ofSlot name: String, _ content: [UInt8], in context: SiteContext) -> [UInt8]? {
        switch PageSlot(name: name) {
        case .staff: isStaff ? content : nil
        case .name: own?.name.map { HTML(text: $0).bytes }
        case .waiting(let parent): own?.waiting(below: parent, in: context).bytes
        case .editLink(let comment): own?.editable.contains(comment) == true ? content : nil
        case .ruling(let comment):
            [own?.ruling(on: comment, in: context), controls?.link(toCaseOf: comment)].compactMap(\.self).joined().bytes
        case .rule(let comment): controls?.button(on: comment).bytes
        case nil: nil
        }
    }
}
