import Markup
package import Newsroom

/// What one person sees of muting on a page with comments: buttons, and comments of muted people folded.
package struct Muting: Sendable {
    private let reader: Person.ID
    private let names: [Person.ID: String]
    /// The page of the discussion, to which the buttons lead back.
    private let place: StoryPlace?
    /// The person whose page it is.
    private let person: Person.ID?
    private let context: SiteContext
    private let button: Template

    package init(
        context: SiteContext, reader: Person.ID, muted: [MutedPerson], place: StoryPlace? = nil,
        person: Person.ID? = nil
    ) {
        self.context = context
        self.reader = reader
        names = Dictionary(muted.map { ($0.id, $0.name) }) { first, _ in first }
        self.place = place
        self.person = person
        // One form serves all buttons of the page, which may have thousands.
        button = """
             <button class="plain" form="muting" name="comment" value="\(.number)" aria-describedby="by-\(.number)">\
            \(context.words.people.mute)</button>
            """
    }

    /// The form to which the buttons beside comments belong.
    func form() -> HTML? {
        place.map { place in
            """
            <form id="muting" method="post" action="\(Address.accountMuted)">\
            <input type="hidden" name="back" value="\(place.description)"></form>

            """
        }
    }

    /// The beginning of the fold around a comment by a muted person.
    func fold(_ person: Person.ID) -> HTML? {
        names[person].map { "\n<details class=\"muted\"><summary>\(context.words.people.youMuted($0))</summary>" }
    }

    func foldEnd(_ person: Person.ID) -> HTML? { names[person].map { _ in "</details>\n" } }

    /// The button beside a comment; none beside one's own.
    func button(for person: Person.ID, at comment: Comment.ID) -> HTML? {
        guard person != reader else { return nil }
        guard names[person] == nil else {
            return """
                 <button class="plain" form="muting" name="again" value="\(comment.number)" \
                aria-describedby="by-\(comment.number)">\(context.words.people.unmute)</button>
                """
        }
        var out = HTML()
        out.fill(button) { _, out in out.write(comment.number) }
        return out
    }

    /// The button on the page of a person; none on one's own.
    func buttonOfPage(_ context: SiteContext) -> HTML? {
        guard let person, person != reader else { return nil }
        let words = context.words.people
        let end: HTML = "<input type=\"hidden\" name=\"end\" value=\"yes\">"
        let isMuted = names[person] != nil
        return """
            <form class="muting" method="post" action="\(Address.accountMuted)">\
            <input type="hidden" name="person" value="\(person.number)">\
            <input type="hidden" name="back" value="page">\(end, if: isMuted)\
            <button class="quiet">\(isMuted ? words.unmute : words.mute)</button> \
            <span class="hint">\(words.muteNote)</span></form>

            """
    }
}
