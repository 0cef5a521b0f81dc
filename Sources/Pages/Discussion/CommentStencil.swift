import Markup
import Newsroom

/// What stands around the text of every comment. A page may have thousands of comments: what they share is escaped once, and each is
/// written in place and not put together from parts.
struct CommentStencil {
    /// The address below which every comment has its own page, where it surely is.
    private let comments: HTML
    /// The address below which every comment is reported.
    private let reports: HTML
    private let wrote: HTML
    private let inAnswerTo: HTML
    private let removedComment: HTML
    private let edited: HTML
    private let reply: HTML
    private let report: HTML
    private let takesReplies: Bool

    init(words: DiscussionWords, story: StoryReference, takesReplies: Bool) {
        self.takesReplies = takesReplies
        comments = "\(Address.comments(story))"
        reports = "\(Address.comments)"
        wrote = "</bdi> <span class=\"wrote\">\(words.wrote)</span></h3>"
        inAnswerTo = "\(words.inAnswerTo) <a href=\"\(comments)/"
        removedComment = "\(words.removedComment)"
        edited = " <span class=\"edited\">\(words.edited)</span>"
        reply = "\">\(words.reply)</a>"
        report = "\">\(words.report)</a></footer>\n</article>\n"
    }

    /// The beginning, up to the text.
    func writeHead(of entry: Newsroom.Thread.Entry, isHighlighted: Bool, to out: inout HTML) {
        let number = entry.comment.id.number
        out.write("<article class=\"comment")
        out.write(depthClass(entry.depth))
        if isHighlighted { out.write(" highlighted") }
        out.write("\" id=\"comment-")
        out.write(number)
        out.write("\">\n<header><h3 id=\"by-")
        out.write(number)
        out.write("\"><bdi>")
        out.write(text: entry.comment.name)
        out.append(wrote)
        if let answered = entry.answered { write(answered, depth: entry.depth, to: &out) }
        out.write("</header>\n<div class=\"comment-text\">\n")
    }

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
        out.append(inAnswerTo)
        out.write(answered.id.number)
        if let name = answered.name {
            out.write("\"><bdi>")
            out.write(text: name)
            out.write("</bdi></a></p>")
        } else {
            out.write("\">")
            out.append(removedComment)
            out.write("</a></p>")
        }
    }

    /// The end, after the text: when it was written, as a link to its own page, and what can be done with it.
    func writeFoot(of comment: Comment, time: HTML, edit: HTML?, to out: inout HTML) {
        let number = comment.id.number
        out.write("<footer><a class=\"permalink\" href=\"")
        out.append(comments)
        out.write("/")
        out.write(number)
        out.write("\">")
        out.append(time)
        out.write("</a>")
        if comment.editedAt != nil { out.append(edited) }
        if takesReplies { writeReplyLink(number, to: &out) }
        if let edit { out.append(edit) }
        out.write(" <a href=\"")
        out.append(reports)
        out.write("/")
        out.write(number)
        out.write("/report\" rel=\"nofollow\" aria-describedby=\"by-")
        out.write(number)
        out.append(report)
    }

    private func writeReplyLink(_ number: Int64, to out: inout HTML) {
        out.write(" <a href=\"")
        out.append(comments)
        out.write("/")
        out.write(number)
        out.write("#reply\" aria-describedby=\"by-")
        out.write(number)
        out.append(reply)
    }
}
