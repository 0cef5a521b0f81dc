import Markup
import Newsroom

/// An entry in the desk's list, with what can be done about it.
struct DeskEntryRow {
    let context: SiteContext
    let languageMarkup: LanguageMarkup
    let story: StoryReference
    let entry: LiveEntry

    func html() -> HTML {
        let words = context.words.coverage
        let view = EntryView(context: context, languageMarkup: languageMarkup, story: story, entry: entry)
        let which: HTML = " <span class=\"unseen\">\(words.which(entry.id.number, view.name))</span>"
        let edit = Address.deskEntry(entry.id, of: story.id)
        let pin = Address.deskEntry(entry.id, of: story.id, "pin")
        return """
            <div class="desk-entry">
            \(view.html())<div class="entry-acts">
            <a href="\(edit)">\(words.edit)\(which)</a>
            <form method="post" action="\(pin)"><input type="hidden" name="key-point" \
            value="\(entry.isKeyPoint ? "no" : "yes")"><button class="plain">\
            \(entry.isKeyPoint ? words.unpin : words.pin)\(which)</button></form>
            <a href="\(edit.fragment("remove"))">\(words.remove)\(which)</a>
            </div>
            </div>

            """
    }
}
