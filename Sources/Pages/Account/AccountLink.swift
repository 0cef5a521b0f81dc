import Markup
import Newsroom

/// What a signed-in person sees of their account on the pages of the newspaper.
package struct AccountLink: Sendable {
    package let name: String
    package let isStaff: Bool
    /// How many notifications the person has not read.
    package let unread: Int

    package init(name: String, isStaff: Bool, unread: Int = 0) {
        self.name = name
        self.isStaff = isStaff
        self.unread = unread
    }

    /// The link to the account, in place of the one for signing in.
    func html(in context: SiteContext) -> HTML {
        let desk: HTML = " <a href=\"\(Address.desk)\">\(context.words.layout.desk)</a>"
        let hidden: HTML = " hidden"
        // A script writes new numbers into the link.
        return """
            <a class="unread-count" href="\(Address.notifications)"\(hidden, if: unread == 0)>\
            \(context.words.notifications.unread(unread))</a>
            <a href="\(Address.account)" aria-label="\(context.words.account.of(name))"><bdi>\(name)</bdi></a>\
            \(desk, if: isStaff)
            """
    }

    /// The link to the notifications at the desk, where no script counts; `nil` if there are no unread ones.
    func unreadLink(in context: SiteContext) -> HTML? {
        guard unread > 0 else { return nil }
        let label = context.words.notifications.unread(unread)
        return "<a class=\"unread-count\" href=\"\(Address.notifications)\">\(label)</a> "
    }

    /// The name under which the person comments, in place of the fields of guests.
    func signature(in context: SiteContext) -> HTML {
        let mark: HTML = " \(context.mark(.staff))"
        return """
            <p class="signature">\(context.words.account.commentsAs) <b><bdi>\(name)</bdi></b>\(mark, if: isStaff)</p>

            """
    }
}
