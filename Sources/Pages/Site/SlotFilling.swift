import Markup
import Newsroom

/// The contents of the slots of a shared page for one visitor.
package struct SlotFilling: Sendable {
    package let isStaff: Bool
    package let mayPublish: Bool
    /// The signed-in person.
    package let account: AccountLink?
    /// The comments that this browser posted below the story on the page.
    package let own: OwnComments?
    /// The controls beside comments, for staff who moderate.
    package let controls: StaffControls?
    /// The button for following what the page is about.
    package let follow: FollowLine?
    package let muting: Muting?

    package init(
        isStaff: Bool = false, mayPublish: Bool = false, account: AccountLink? = nil, own: OwnComments? = nil,
        controls: StaffControls? = nil,
        follow: FollowLine? = nil, muting: Muting? = nil
    ) {
        self.isStaff = isStaff
        self.mayPublish = mayPublish
        self.account = account
        self.own = own
        self.controls = controls
        self.follow = follow
        self.muting = muting
    }

    /// The content of a slot for this visitor. `nil` leaves it empty.
    package func content(ofSlot name: String, _ content: [UInt8], in context: SiteContext) -> [UInt8]? {
        switch PageSlot(name: name) {
        case .staff: isStaff ? content : nil
        case .publishing: mayPublish ? content : nil
        case .account: account?.html(in: context).bytes
        case .unread: account?.unreadLink(in: context)?.bytes
        case .signature: account?.signature(in: context).bytes
        case .formOfAccount: account == nil ? nil : content
        case .invitation: account == nil ? nil : []
        case .name: own?.name.map { HTML(text: $0).bytes }
        case .waiting(let parent): own?.waiting(below: parent, in: context).bytes
        case .changing(let comment): own?.changing(comment, in: context).bytes
        case .ruling(let comment):
            joined(own?.ruling(on: comment, in: context), controls?.link(toCaseOf: comment))
        case .rule(let comment):
            joined(own?.asking(about: comment, in: context), controls?.button(on: comment))
        case .follow: follow?.html(in: context).bytes
        case .muting: muting?.form()?.bytes
        case .muteOfPerson: muting?.buttonOfPage(context)?.bytes
        case .fold(let person): muting?.fold(person)?.bytes
        case .unfold(let person): muting?.foldEnd(person)?.bytes
        case .mute(let person, let comment): muting?.button(for: person, at: comment)?.bytes
        case nil: nil
        }
    }

    /// Most comments have neither part, and a page may have thousands.
    private func joined(_ one: HTML?, _ other: HTML?) -> [UInt8]? {
        guard let one else { return other?.bytes }
        return other.map { one.bytes + $0.bytes } ?? one.bytes
    }
}
