import Markup
import Newsroom

/// What stands around the text of every comment. A page may have thousands of comments: what they share is escaped once, and each is
/// written in place and not put together from parts. Parts that have the comment's number between them are written together.
struct CommentStencil {
    private let wrote: HTML
    private let inAnswerTo: NumberedParts
    private let removedComment: HTML
    private let edited: HTML
    private let permalink: NumberedParts
    private let reply: NumberedParts
    private let report: NumberedParts
    /// All links behind the time.
    private let links: NumberedParts

    init(words: DiscussionWords, story: StoryReference, takesReplies: Bool) {
        let comments: HTML = "\(Address.comments(story))"
        wrote = "</bdi> <span class=\"wrote\">\(words.wrote)</span></h3>"
        inAnswerTo = NumberedParts("\(words.inAnswerTo) <a href=\"\(comments)/", "\">")
        removedComment = "\(words.removedComment)"
        edited = " <span class=\"edited\">\(words.edited)</span>"
        permalink = NumberedParts("<footer><a class=\"permalink\" href=\"\(comments)/", "\">")
        let reply = NumberedParts(
            " <a href=\"\(comments)/", "#reply\" aria-describedby=\"by-", "\">\(words.reply)</a>")
        self.reply = takesReplies ? reply : NumberedParts()
        report = NumberedParts(
            " <a href=\"\(Address.comments)/", "/report\" rel=\"nofollow\" aria-describedby=\"by-",
            "\">\(words.report)</a></footer>\n</article>\n")
        links = NumberedParts("</a>") + (takesReplies ? reply + report : report)
    }

    /// The beginning, up to the text.
    func writeHead(of entry: Newsroom.Thread.Entry, isHighlighted: Bool, to out: inout HTML) {
        out.write("<article class=\"comment")
        out.write(depthClass(entry.depth))
        if isHighlighted { out.write(" highlighted") }
        out.write(Self.head, around: entry.comment.id.number)
        out.write(text: entry.comment.name)
        out.append(wrote)
        if let answered = entry.answered { write(answered, depth: entry.depth, to: &out) }
        out.write("</header>\n<div class=\"comment-text\">\n")
    }

    private static let head = NumberedParts("\" id=\"comment-", "\">\n<header><h3 id=\"by-", "\"><bdi>")

    func depthClass(_ depth: Int) -> StaticString {
        switch depth {
        case 0: ""
        case 1: " depth-1"
        case 2: " depth-2"
        default: " depth-3"
        }
    }

    /// Indentation says who is answered as deep as it goes, to those who see it; below, and to all others, words do.
    private func write(_ answered: Newsroom.Thread.Answered, depth: Int, to out: inout HTML) {
        out.write(depth > 3 ? "<p class=\"answered\">" : "<p class=\"answered unseen\">")
        out.write(inAnswerTo, around: answered.id.number)
        if let name = answered.name {
            out.write("<bdi>")
            out.write(text: name)
            out.write("</bdi></a></p>")
        } else {
            out.append(removedComment)
            out.write("</a></p>")
        }
    }

    /// The end, after the text: when it was written, as a link to its own page, and what can be done with it.
    func writeFoot(of comment: Comment, time: HTML, edit: HTML?, to out: inout HTML) {
        let number = comment.id.number
        out.write(permalink, around: number)
        out.append(time)
        guard comment.editedAt != nil || edit != nil else { return out.write(links, around: number) }
        out.write("</a>")
        if comment.editedAt != nil { out.append(edited) }
        out.write(reply, around: number)
        if let edit { out.append(edit) }
        out.write(report, around: number)
    }
}
