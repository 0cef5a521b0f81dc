import Markup
import Newsroom

/// The frame of every page: head, masthead, navigation and footer.
struct Layout {
    enum Masthead { case front, inner }

    let context: SiteContext
    /// The title without the name of the newspaper, which is added.
    let title: String
    /// The class for the style sheet: one word for each kind of page.
    let kind: StaticString
    var masthead = Masthead.inner
    /// Additional content of the head: description, addresses, data for machines.
    var head = HTML()
    /// The address in the navigation that leads to this page.
    var place: SafeURL?
    /// The staff member on a page of the desk, which has the navigation of the desk.
    var staff: Staff?
    /// Whether search engines may index the page. Forms and the desk are not indexed.
    var isIndexed = true
    /// Whether the footer has the disclaimer. A page that shows it elsewhere leaves it out.
    var showsDisclaimer = true

    func html(_ main: HTML) -> HTML {
        let house = context.house
        return """
            <!DOCTYPE html>
            <html lang="\(house.language.tag)" dir="\(house.language.direction.rawValue)">
            <head>
            \(headContent)</head>
            <body class="\(HTML(stringLiteral: kind))">
            <a class="skip" href="#main">\(words.skip)</a>
            \(mastheadContent)<main id="main" tabindex="-1">
            \(main)</main>
            \(context.part(.foot(showsDisclaimer: showsDisclaimer)) { footer })</body>
            </html>

            """
    }

    private var words: LayoutWords { context.words.layout }

    private var headContent: HTML {
        let name = context.house.name
        let robots: HTML = isIndexed ? "max-image-preview:large" : "noindex"
        return """
            <meta charset="utf-8">
            <title>\("\(words.error) ", if: context.isRefusing)\(title == name ? name : "\(title) – \(name)")</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="theme-color" content="\(SiteContext.paper)" media="(prefers-color-scheme: light)">
            <meta name="theme-color" content="#161511" media="(prefers-color-scheme: dark)">
            <meta name="robots" content="\(robots)">
            \(context.part(.links) { links })\(head)
            """
    }

    private var links: HTML {
        """
        <link rel="stylesheet" href="\(Assets.stylesheet.address)">
        <link rel="icon" type="\(Assets.icon.mediaType)" href="\(Assets.icon.address)">
        <link rel="icon" href="\(Address.favicon)" sizes="32x32">
        <link rel="apple-touch-icon" href="\(Assets.touchIcon.address)">
        <link rel="manifest" href="\(Address.manifest)">
        \(Head.script(Assets.script))\
        \(Head.atom(Address.atom, context.house.name))\(Head.jsonFeed(Address.jsonFeed, context.house.name))
        """
    }

    private var mastheadContent: HTML {
        """
        <header class="masthead">
        \(account)\(nameplate)\(navigation)</header>

        """
    }

    /// The desk has its own navigation, with the name and the button for signing out.
    private var account: HTML {
        guard staff == nil, context.house.commentsFrom.takesAccounts else { return "" }
        let signIn: HTML = "<a href=\"\(Address.signIn)\">\(context.words.account.signIn)</a>"
        return "<p class=\"account\">\(PageSlot.account.html(signIn))</p>\n"
    }

    private var nameplate: HTML {
        let house = context.house
        switch masthead {
        case .front:
            let tagline = house.tagline.map { "<p class=\"tagline\">\($0)</p>\n" as HTML }
            return "<h1 class=\"nameplate\">\(house.name)</h1>\n\(tagline)"
        case .inner:
            return "<p class=\"nameplate\"><a href=\"\(Address.front)\">\(house.name)</a></p>\n"
        }
    }

    private var navigation: HTML {
        if let staff { return navigation(words.navigation, deskLinks(staff)) }
        guard let place else { return context.sections.navigation { topicNavigation($0) } }
        return topicNavigation(context.sections.value, at: place)
    }

    private func topicNavigation(_ sections: Sections, at place: SafeURL? = nil) -> HTML {
        let topics = sections.topics.map { (address: Address.topic($0), name: $0.name) }
        let all = sections.hasMore ? [(address: Address.topics, name: words.allTopics)] : []
        let links = (topics + all).map { link -> HTML in
            let mark: HTML = link.address.text == place?.text ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(link.address)\"\(mark)>\(link.name)</a></li>\n"
        }
        return links.isEmpty ? "" : navigation(words.topics, links)
    }

    private func navigation(_ name: String, _ links: [HTML]) -> HTML {
        "<nav aria-label=\"\(name)\"><ul>\n\(links)</ul></nav>\n"
    }

    private func deskLinks(_ staff: Staff) -> [HTML] {
        [
            staff.may(.moderate) ? "<li><a href=\"\(Address.desk)\">\(words.desk)</a></li>\n" : "",
            staff.may(.moderate) ? "<li><a href=\"\(Address.queue)\">\(words.queue)</a></li>\n" : "",
            staff.may(.write) ? "<li><a href=\"\(Address.deskStories)\">\(words.stories)</a></li>\n" : "",
            staff.may(.write) ? "<li><a href=\"\(Address.library)\">\(words.pictures)</a></li>\n" : "",
            staff.may(.publish) ? "<li><a href=\"\(Address.suggestions())\">\(words.suggestions)</a></li>\n" : "",
            staff.may(.moderate) ? "<li><a href=\"\(Address.log())\">\(words.log)</a></li>\n" : "",
            staff.may(.administer) ? "<li><a href=\"\(Address.jobs)\">\(words.jobs)</a></li>\n" : "",
            """
            <li class="signed-in">\(PageSlot.unread.html())<a href="\(Address.account)"><bdi>\(staff.name)</bdi></a> \
            <form method="post" action="\(Address.signOut)" data-staff="\(staff.id.number)">\
            <button class="plain">\(words.signOut)</button></form>\(erasing)</li>

            """,
        ]
    }

    /// The question before signing out erases text in the browser. A script asks it.
    private var erasing: HTML {
        let words = context.words.saving
        return """
            <dialog id="erasing" aria-labelledby="erasing-question"><form method="dialog">
            <p id="erasing-question">\(words.erasing)</p>
            <p class="buttons"><button class="quiet">\(words.stay)</button> <button value="erase">\(words.erase)</button></p>
            </form></dialog>
            """
    }

    private var footer: HTML {
        let disclaimer: HTML = "<p class=\"disclaimer\">\(context.house.disclaimer)</p>\n"
        return """
            <footer class="foot">
            \(disclaimer, if: showsDisclaimer)<nav aria-label="\(words.footer)"><ul>
            <li><a href="\(Address.front)">\(words.frontPage)</a></li>
            <li><a href="\(Address.topics)">\(words.allTopics)</a></li>
            <li><a href="\(Address.corrections)">\(context.words.corrections.title)</a></li>
            <li><a href="\(Address.policy)">\(words.policy)</a></li>
            <li><a href="\(Address.atom)">\(words.atomFeed)</a></li>
            <li><a href="\(Address.jsonFeed)">\(words.jsonFeed)</a></li>
            </ul></nav>
            </footer>

            """
    }
}
