import Markup
import Newsroom

/// The facts beside a picture: when and by whom it was added, its size, its terms, and its credentials.
struct PictureFacts {
    let picture: LibraryPicture

    func html(in context: SiteContext) -> HTML {
        let (words, list) = (context.words.libraryPicture, context.words.library)
        let added = picture.addedBy.map { list.addedBy($0.name) } ?? list.addedByAgency
        var facts: [HTML] = ["\(added) · \(context.commentTime(picture.addedAt))"]
        if let largest = picture.picture.renditions(as: .jpeg).last {
            facts.append("\(words.size): \(words.pixels(largest.width, largest.height))")
        }
        if picture.picture.provenance.isHandout { facts.append("\(list.handout)") }
        let gaps = picture.removal == nil ? LibraryRow.gaps(of: picture.picture, list) : []
        facts += gaps.map { "<strong>\($0)</strong>" }
        if picture.removal == nil {
            facts.append("\(words.markdown): <code>![](picture:\(picture.id.description))</code>")
        }
        let items = facts.map { "<li>\($0)</li>\n" as HTML }
        let credentials: HTML = """
            <p class="notice"><strong>\(words.credentials)</strong> \(words.credentialsHint)</p>

            """
        return "<ul class=\"picture-facts meta\">\n\(items)</ul>\n\(credentials, if: picture.hasCredentials)"
    }
}
