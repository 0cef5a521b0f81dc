package import Markup
package import Newsroom

/// The stories and topics that a person follows.
package struct FollowingPage: Sendable {
    package let followed: [Followed]

    package init(followed: [Followed]) { self.followed = followed }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.people
        return AccountListPage(
            title: words.following, empty: words.followsNothing, items: followed.map { item($0, context) }
        ).html(in: context)
    }

    private func item(_ followed: Followed, _ context: SiteContext) -> HTML {
        let words = context.words.people
        return """
            <li>\(title(followed.title, context)) <span class="meta">\(kind(followed, words)), \(words.since) \
            \(context.day(followed.since))</span> <form method="post" action="\(Address.accountFollowing)">\
            \(followed.subject.field)<input type="hidden" name="end" value="yes">\
            <input type="hidden" name="back" value="list"><button class="plain">\(words.stopFollowing)</button></form></li>

            """
    }

    private func kind(_ followed: Followed, _ words: PeopleWords) -> String {
        if case .topic = followed.subject { words.topic } else { words.story }
    }

    private func title(_ title: Followed.Title, _ context: SiteContext) -> HTML {
        switch title {
        case .story(let story):
            let language = context.languageMarkup(story.language)
            return """
                <a href="\(Address.story(story))"\(language.attributes)>\(language.typeset(story.headline))</a>
                """
        case .topic(let topic): return "<a href=\"\(Address.topic(topic))\">\(topic.name)</a>"
        case .withdrawn: return "\(context.words.people.withdrawn)"
        }
    }
}

/// The people whom a person has muted.
package struct MutedPage: Sendable {
    package let muted: [MutedPerson]

    package init(muted: [MutedPerson]) { self.muted = muted }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.people
        let items = muted.map { person -> HTML in
            """
            <li><bdi>\(person.name)</bdi> <span class="meta">\(words.since) \(context.day(person.since))</span> \
            <form method="post" action="\(Address.accountMuted)"><input type="hidden" name="person" \
            value="\(person.id.number)"><input type="hidden" name="end" value="yes">\
            <button class="plain">\(words.unmute)<span class="unseen"> \(person.name)</span></button></form></li>

            """
        }
        return AccountListPage(title: words.muted, empty: words.mutesNobody, items: items).html(in: context)
    }
}

/// A list on a page of its own below the account.
struct AccountListPage {
    let title: String
    let empty: String
    let items: [HTML]

    func html(in context: SiteContext) -> HTML {
        let layout = Layout(
            context: context, title: title, kind: "account-page", isIndexed: false, showsDisclaimer: false)
        let list: HTML = items.isEmpty ? "<p>\(empty)</p>\n" : "<ul class=\"sessions\">\n\(items)</ul>\n"
        return layout.html(
            """
            <header class="page-head">
            <p class="kicker"><a href="\(Address.account)">\(context.words.account.title)</a></p>
            <h1>\(title)</h1>
            </header>
            \(list)
            """)
    }
}
