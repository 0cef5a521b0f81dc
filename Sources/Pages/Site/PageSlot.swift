import Markup
package import Newsroom

/// The slots of shared pages.
package enum PageSlot: Hashable, Sendable {
    /// A part for staff only: a link to the desk, or the usage terms of a picture.
    case staff
    /// The link for signing in, in place of which people see their names.
    case account
    /// The name and the address in the comment form, in place of which people see under which name they comment.
    case signature
    /// The comment form, if only people with accounts have it, and what everyone else sees in its place.
    case formOfAccount, invitation
    /// The name in the comment form, for a browser that has commented on the story.
    case name
    /// The visitor's own comments that await review: all of them below the story, or the replies to one
    /// comment.
    case waiting(below: Comment.ID?)
    /// The links for editing and deleting a new comment, for the commenter.
    case changing(Comment.ID)
    /// In place of a comment that readers do not see: the ruling for the commenter, the link to its case for the staff.
    case ruling(Comment.ID)
    /// The link with which the commenter asks for the removal, and the button with which staff open the case.
    case rule(Comment.ID)

    func html(_ content: HTML = "") -> HTML {
        switch self {
        case .staff: .slot("staff", content: content)
        case .account: .slot("account", inPlaceOf: content)
        case .signature: .slot("signature", inPlaceOf: content)
        case .formOfAccount: .slot("form", content: content)
        case .invitation: .slot("invitation", inPlaceOf: content)
        case .name: .slot("name", content: content)
        case .waiting(let parent): .slot("waiting", parent?.number, content: content)
        case .changing(let comment): .slot("edit", comment.number, content: content)
        case .ruling(let comment): .slot("ruling", comment.number, content: content)
        case .rule(let comment): .slot("rule", comment.number, content: content)
        }
    }

    /// The slot `rule` of each comment. It is part of the template, because a page may have thousands.
    static let ruleOfEach = Template.slot("rule", numberedBy: CommentPart.number.rawValue)

    init?(name: String) {
        // A page may have a thousand slots, so no array is made of the words.
        let end = name.utf8.firstIndex(of: UInt8(ascii: " "))
        let comment = end.flatMap { Int64(name[name.utf8.index(after: $0)...]) }.map { Comment.ID($0) }
        switch (end.map { name[..<$0] } ?? name[...], comment) {
        case ("staff", nil): self = .staff
        case ("account", nil): self = .account
        case ("signature", nil): self = .signature
        case ("form", nil): self = .formOfAccount
        case ("invitation", nil): self = .invitation
        case ("name", nil): self = .name
        case ("waiting", _): self = .waiting(below: comment)
        case ("edit", let comment?): self = .changing(comment)
        case ("ruling", let comment?): self = .ruling(comment)
        case ("rule", let comment?): self = .rule(comment)
        default: return nil
        }
    }
}

/// The contents of the slots of a shared page for one visitor.
package struct SlotFilling: Sendable {
    package let isStaff: Bool
    /// The signed-in person.
    package let account: AccountLink?
    /// The comments that this browser posted below the story on the page.
    package let own: OwnComments?
    /// The controls beside comments, for staff who moderate.
    package let controls: StaffControls?

    package init(
        isStaff: Bool = false, account: AccountLink? = nil, own: OwnComments? = nil, controls: StaffControls? = nil
    ) {
        self.isStaff = isStaff
        self.account = account
        self.own = own
        self.controls = controls
    }

    /// The content of a slot for this visitor. `nil` leaves it empty.
    package func content(ofSlot name: String, _ content: [UInt8], in context: SiteContext) -> [UInt8]? {
        switch PageSlot(name: name) {
        case .staff: isStaff ? content : nil
        case .account: account?.html(in: context).bytes
        case .signature: account?.signature(in: context).bytes
        case .formOfAccount: account == nil ? nil : content
        case .invitation: account == nil ? nil : []
        case .name: own?.name.map { HTML(text: $0).bytes }
        case .waiting(let parent): own?.waiting(below: parent, in: context).bytes
        case .changing(let comment): own?.changing(comment, in: context).bytes
        case .ruling(let comment):
            [own?.ruling(on: comment, in: context), controls?.link(toCaseOf: comment)].compactMap(\.self).joined().bytes
        case .rule(let comment):
            [own?.asking(about: comment, in: context), controls?.button(on: comment)].compactMap(\.self).joined().bytes
        case nil: nil
        }
    }
}
