import Markup
package import Newsroom

/// The slots of shared pages.
package enum PageSlot: Hashable, Sendable {
    /// A part for staff only: a link to the desk, or the usage terms of a picture.
    case staff
    /// A part for those who may publish: the link that adds an entry to a live story.
    case publishing
    /// The link for signing in, in place of which people see their names.
    case account
    /// At the desk: the link to the notifications, if there are unread ones.
    case unread
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
    /// The button for following, in place of which visitors see a link for signing in.
    case follow
    /// The form to which the buttons for muting belong, and the button on the page of a person.
    case muting, muteOfPerson
    /// The beginning and the end of the fold around a comment, for a reader who mutes the commenter.
    case fold(Person.ID), unfold(Person.ID)
    /// The button that mutes a commenter.
    case mute(Person.ID, Comment.ID)

    func html(_ content: HTML = "") -> HTML {
        switch self {
        case .staff: .slot("staff", content: content)
        case .publishing: .slot("publishing", content: content)
        case .account: .slot("account", inPlaceOf: content)
        case .unread: .slot("unread", content: content)
        case .signature: .slot("signature", inPlaceOf: content)
        case .formOfAccount: .slot("form", content: content)
        case .invitation: .slot("invitation", inPlaceOf: content)
        case .name: .slot("name", content: content)
        case .waiting(let parent): .slot("waiting", parent?.number, content: content)
        case .changing(let comment): .slot("edit", comment.number, content: content)
        case .ruling(let comment): .slot("ruling", comment.number, content: content)
        case .rule(let comment): .slot("rule", comment.number, content: content)
        case .follow: .slot("follow", inPlaceOf: content)
        case .muting: .slot("muting", content: content)
        case .muteOfPerson: .slot("muting-person", content: content)
        // `CommentView` writes these, because a page may have thousands.
        case .fold(let person): .slot("fold", person.number)
        case .unfold(let person): .slot("unfold", person.number)
        case .mute(let person, let comment):
            {
                var out = HTML()
                out.writeSlot("mute", person.number, comment.number)
                return out
            }()
        }
    }

    /// The slot `rule` of each comment. It is part of the template, because a page may have thousands.
    static let ruleOfEach = Template.slot("rule", numberedBy: CommentPart.number.rawValue)
}
