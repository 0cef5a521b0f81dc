import Markup
import Newsroom

/// The choice whether a person has a public page.
struct PublicPageSection {
    let person: Person.ID
    let isPrivate: Bool

    func html(in context: SiteContext) -> HTML {
        guard context.house.hasPeoplePages else { return "" }
        let words = context.words.people
        let link: HTML = " <a href=\"\(Address.person(person))\">\(words.openPage)</a>"
        return """
            <section aria-labelledby="page-heading">
            <h2 id="page-heading">\(words.pageHeading)</h2>
            <p>\("\(words.pageIsOff) ", if: isPrivate)\(words.pageNote)\(link, if: !isPrivate)</p>
            <form method="post" action="\(Address.accountPage)">\
            <input type="hidden" name="page" value="\(isPrivate ? "on" : "off")">\
            <button class="quiet">\(isPrivate ? words.pageOn : words.pageOff)</button></form>
            </section>

            """
    }
}
