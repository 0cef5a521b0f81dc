import Markup
import Newsroom

/// An unread comment in the list of the queue, with the button that opens its case.
struct UnreadRow {
    let unread: UnreadComment
    let filter: QueueFilter

    func html(in context: SiteContext) -> HTML {
        let (words, comment) = (context.words.queue, unread.comment)
        let languageMarkup = context.languageMarkup(unread.story.language)
        let excerpt: HTML = "\(Markdown.excerpt(ofComment: comment.text, limit: 180))"
        return """
            <li>
            <p class="who"><strong>\(context.masked("<bdi>\(context.name(of: comment))</bdi>"))</strong></p>
            <p class="excerpt" dir="auto">\(context.masked(excerpt))</p>
            <p class="meta">\(context.words.desk.on) <bdi\(languageMarkup.attributes)>\
            \(languageMarkup.typeset(unread.story.headline))</bdi> · \(context.commentTime(comment.createdAt))</p>
            <form method="post" action="\(Address.unread(comment.id))">\(WayBack.queue(filter).hidden)\
            <button class="plain">\(words.open) \
            <span class="unseen">\(words.openUnread(Int(comment.id.number)))</span></button></form>
            </li>

            """
    }
}
