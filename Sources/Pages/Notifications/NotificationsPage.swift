package import Markup
package import Newsroom

/// A person's notifications, newest first, and the choices about mails.
package struct NotificationsPage: Sendable {
    package let notifications: [Notification]
    /// The latest notification, up to which all can be marked as read; `nil` after the first page.
    package let latest: Notification.ID?
    /// How many notifications the person has not read, on all pages.
    package let unread: Int
    package let next: Notification.ID?
    package let choices: NotificationChoices
    /// The kinds for which the person can choose.
    package let kinds: [Notification.Kind]
    /// The person's address, if the relay has refused mail for it.
    package let refusedAddress: String?
    package let isSaved: Bool

    /// The maximum number of notifications on a page.
    package static let most = 30

    package init(
        notifications: [Notification], latest: Notification.ID?, unread: Int, next: Notification.ID?,
        choices: NotificationChoices,
        kinds: [Notification.Kind], refusedAddress: String?,
        isSaved: Bool
    ) {
        self.notifications = notifications
        self.latest = latest
        self.unread = unread
        self.next = next
        self.choices = choices
        self.kinds = kinds
        self.refusedAddress = refusedAddress
        self.isSaved = isSaved
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.notifications
        let layout = Layout(
            context: context, title: words.title, kind: "account-page", isIndexed: false, showsDisclaimer: false)
        let saved: HTML = "<p class=\"notice\" role=\"status\">\(words.saved)</p>\n"
        let refused = refusedAddress.map {
            """
            <p class="notice">\(words.mailRefused($0)) <a href="\(Address.account)">\(context.words.account.title)</a></p>

            """ as HTML
        }
        return layout.html(
            """
            <header class="page-head">
            <p class="kicker"><a href="\(Address.account)">\(context.words.account.title)</a></p>
            <h1>\(words.title)</h1>
            </header>
            \(saved, if: isSaved)\(refused)\(list(context))\(choicesForm(context))
            """)
    }

    private func list(_ context: SiteContext) -> HTML {
        let words = context.words.notifications
        guard !notifications.isEmpty || unread > 0 else { return "<p>\(words.none)</p>\n" }
        let read: HTML = """
            <form method="post" action="\(Address.notificationsRead)"><input type="hidden" name="up-to" \
            value="\(latest?.number ?? 0)"><button class="quiet">\(words.markRead)</button></form>

            """
        let newest: HTML = """
            <p class="next-page"><a href="\(Address.notifications)">\(words.newest)</a></p>

            """
        let older = next.map {
            "<p class=\"next-page\"><a href=\"\(Address.notifications(before: $0))\" rel=\"next\">\(words.older)</a></p>\n"
                as HTML
        }
        return """
            <ol class="notifications">
            \(notifications.map { item($0, context) })</ol>
            \(read, if: latest != nil && unread > 0)\(newest, if: latest == nil)\(older)
            """
    }

    private func item(_ item: Notification, _ context: SiteContext) -> HTML {
        let words = context.words.notifications
        let name = item.name.map { "<b><bdi>\(context.name($0))</bdi></b> " as HTML }
        let new: HTML = " <strong class=\"mark\">\(words.new)</strong>"
        let text = item.text.flatMap { $0.isEmpty ? nil : quotation($0) }
        let sentence = item.suggestion == nil ? words.sentence(item.kind) : words.suggestion
        return """
            <li><p>\(name)\(sentence)\(subject(item, context))\(new, if: !item.isRead)</p>
            \(decision(item, context))\(text.map { "<blockquote class=\"quoted comment\">\n\($0)\n</blockquote>\n" as HTML })\
            <p class="meta">\(context.commentTime(item.at))</p></li>

            """
    }

    /// A long reply is cut. Its own page has the rest.
    private func quotation(_ text: String) -> HTML {
        text.count <= Self.quoted
            ? CommentView.text(text) : "<p dir=\"auto\">\(Markdown.excerpt(ofComment: text, limit: Self.quoted))</p>"
    }

    private static let quoted = 700

    private func subject(_ item: Notification, _ context: SiteContext) -> HTML {
        guard let story = item.story else { return " <a href=\"\(item.address)\">\(context.words.layout.desk)</a>" }
        let language = context.languageMarkup(story.language)
        return " <a href=\"\(item.address)\"\(language.attributes)>\(language.typeset(story.headline))</a>"
    }

    private func decision(_ item: Notification, _ context: SiteContext) -> HTML {
        let words = context.words.notifications
        switch item.kind {
        case .ruling:
            let rule = item.decision?.clause.map { "<p>\(words.rule(context.title(ofClause: $0)))</p>\n" as HTML }
            let sentence = item.decision?.sentence.map { "<p><q class=\"typed\" dir=\"auto\">\($0)</q></p>\n" as HTML }
            return "\(rule)\(sentence)"
        case .report where item.suggestion != nil:
            let answer = item.suggestion?.answer.map { "<p><q class=\"typed\" dir=\"auto\">\($0)</q></p>\n" as HTML }
            let outcome = item.suggestion.map { words.suggestionOutcome($0.act) } ?? ""
            return "<p>\(outcome)</p>\n\(answer)"
        case .report:
            let rule = item.decision?.clause.map { "<p>\(words.rule(context.title(ofClause: $0)))</p>\n" as HTML }
            guard item.decision?.outcome == .uphold else { return "<p>\(words.dismissed)</p>\n" }
            return rule.map { "<p>\(words.upheld)</p>\n\($0)" } ?? "<p>\(words.removedOnRequest)</p>\n"
        default: return ""
        }
    }

    private func choicesForm(_ context: SiteContext) -> HTML {
        let words = context.words.notifications
        return """
            <section aria-labelledby="choices-heading">
            <h2 id="choices-heading">\(words.choicesTitle)</h2>
            <p>\(words.choicesNote)</p>
            <form class="choices" method="post" action="\(Address.notificationChoices)">
            \(kinds.map { choice($0, context) })<button>\(words.save)</button>
            </form>
            </section>

            """
    }

    private func choice(_ kind: Notification.Kind, _ context: SiteContext) -> HTML {
        let words = context.words.notifications
        let options = MailFrequency.allCases.map { delivery -> HTML in
            let mark: HTML = choices[kind] == delivery ? " selected" : ""
            return "<option value=\"\(delivery.rawValue)\"\(mark)>\(words.deliveryName(delivery))</option>\n"
        }
        return """
            <div class="field">
            <label for="\(kind.rawValue)">\(words.kindName(kind))</label>
            <select id="\(kind.rawValue)" name="\(kind.rawValue)">
            \(options)</select>
            </div>

            """
    }
}

extension Notification {
    /// The page that the notification is about.
    var address: SafeURL {
        switch (story, comment) {
        case (let story?, let comment?): Address.comment(story, comment)
        case (let story?, nil): Address.story(story)
        case (nil, _): kind == .jobs ? Address.jobs : Address.queue
        }
    }
}
