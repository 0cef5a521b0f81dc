package import Foundation
package import Markup
package import Newsroom

/// A person's own account: name, password, sessions and comments.
package struct AccountPage: Sendable {
    package let account: OwnAccount
    /// The session in which the page is shown.
    package let session: String
    /// How many comments this browser has posted without an account.
    package let guestComments: Int
    /// The change that was just made.
    package let done: String?
    /// What was typed into the field that was refused.
    package let typed: String?
    package let refusal: Refusal?
    package let now: Date

    package init(
        account: OwnAccount, session: String, guestComments: Int, done: String? = nil, typed: String? = nil,
        refusal: Refusal? = nil, now: Date
    ) {
        self.account = account
        self.session = session
        self.guestComments = guestComments
        self.done = done
        self.typed = typed
        self.refusal = refusal
        self.now = now
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.account
        let layout = Layout(
            context: context, title: words.title, kind: "account-page", isIndexed: false, showsDisclaimer: false)
        let notice = done.flatMap { words.done[$0] }.map { "<p class=\"notice\" role=\"status\">\($0)</p>\n" as HTML }
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.title)</h1>
            <p class="meta"><bdi>\(name)</bdi> · <bdi>\(email)</bdi> · \(words.memberSince) \(context.day(account.since))</p>
            </header>
            \(notice)\(privacy.notice(in: context))\(refusal?.field == nil ? refusal?.note(in: context) : nil)\
            \(links(context))\
            \(claim(context))\(isReader ? nameSection(context) : "<p class=\"meta\">\(words.staffNote)</p>\n")\
            \(address(context))\(SessionsSection(sessions: account.sessions, current: session).html(in: context))\
            \(account.actor.person.map { PublicPageSection(person: $0, isPrivate: account.isPrivate).html(in: context) })\
            \(isReader ? passwordSection(context) : nil)\(privacy.html(in: context))\
            <form method="post" action="\(Address.signOut)"><button class="quiet">\(words.signOut)</button></form>

            """)
    }

    private func links(_ context: SiteContext) -> HTML {
        let links = [
            (Address.notifications, context.words.notifications.title),
            (Address.accountComments, context.words.account.commentsHeading),
            (Address.accountFollowing, context.words.people.following),
            (Address.accountMuted, context.words.people.muted),
        ]
        let items = links.map { "<li><a href=\"\($0)\">\($1)</a></li>\n" as HTML }
        return "<ul class=\"account-links\">\n\(items)</ul>\n"
    }

    private var privacy: PrivacySection { PrivacySection(leaving: account.leaving, isReader: isReader) }

    private var isReader: Bool { if case .reader = account.actor { true } else { false } }

    private var name: String { account.actor.ownName ?? "" }

    private var email: String {
        switch account.actor {
        case .reader(let reader): reader.email
        case .staff(let staff): staff.email
        case .visitor, .guest, .system: ""
        }
    }

    private func address(_ context: SiteContext) -> HTML {
        let refusal = refusal?.field == "email" ? refusal : nil
        return AddressSection(
            account: account, email: email, typed: refusal == nil ? nil : typed, refusal: refusal
        ).html(in: context)
    }

    private func claim(_ context: SiteContext) -> HTML {
        guard guestComments > 0, isReader else { return "" }
        let words = context.words.account
        return """
            <form class="claim" method="post" action="\(Address.accountClaim)">
            <p>\(words.guestComments(guestComments))</p>
            <button class="quiet">\(words.claim)</button>
            </form>

            """
    }

    private func nameSection(_ context: SiteContext) -> HTML {
        let words = context.words.account
        let refusal = refusal?.field == "name" ? refusal : nil
        let rest = account.namesAgain(at: now).map {
            "<p>\(words.nameSince(context.day($0)))</p>\n" as HTML
        }
        let field = Field(
            name: "name", label: words.nameLabel, hint: words.nameNote, value: refusal == nil ? name : typed ?? name,
            autocomplete: "nickname",
            refusal: refusal)
        return """
            <section aria-labelledby="name-heading">
            <h2 id="name-heading">\(words.nameHeading)</h2>
            \(rest ?? """
                <form class="narrow" method="post" action="\(Address.accountName)">
                \(refusal?.note(in: context))\(field.html())<button>\(words.saveName)</button>
                </form>

                """)</section>

            """
    }

    private func passwordSection(_ context: SiteContext) -> HTML {
        let words = context.words.account
        let refusal = refusal?.field == "password" ? refusal : nil
        let field = Field(
            name: "password", label: words.newPassword, kind: .password, hint: words.passwordHint,
            autocomplete: "new-password", refusal: refusal)
        let remove: HTML = """
            <form method="post" action="\(Address.accountPassword)"><input type="hidden" name="remove" value="yes">\
            <button class="quiet">\(words.removePassword)</button></form>

            """
        return """
            <section aria-labelledby="password-heading">
            <h2 id="password-heading">\(words.passwordHeading)</h2>
            <p>\(account.hasPassword ? words.hasPassword : words.passwordNote)</p>
            <form class="narrow" method="post" action="\(Address.accountPassword)">
            \(refusal?.note(in: context))\(field.html())<button>\(words.setPassword)</button>
            </form>
            \(remove, if: account.hasPassword)</section>

            """
    }
}
