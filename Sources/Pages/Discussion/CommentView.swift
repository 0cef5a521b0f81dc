import Foundation
import Markup
import Newsroom

/// A comment in its thread and on its own page, awaiting review, or quoted. The parts that these have in
/// common are in `CommentParts.swift`. A page may have thousands of comments, so the markup around their
/// parts is escaped only once.
struct CommentView {
    let context: SiteContext
    let divider: UpdateDivider
    let corrections: CorrectionMarks
    /// The time of rendering. It decides which comments are new enough to be edited or deleted.
    let now: Date
    private let article: Template
    private let answered: Template
    private let edited: HTML

    init(_ divider: UpdateDivider, _ corrections: CorrectionMarks, takesReplies: Bool, now: Date) {
        self.divider = divider
        self.corrections = corrections
        context = divider.context
        self.now = now
        let words = context.words.discussion
        let address: Template = "\(Address.comments(divider.story))/\(.number)"
        let reply: Template = " <a href=\"\(address)#reply\" aria-describedby=\"by-\(.number)\">\(words.reply)</a>"
        article = """
            <article class="comment\(.place)" id="comment-\(.number)">\(.fold)
            <header><h3 id="by-\(.number)">\(Self.linkedByline(words))</h3>\(.answered)\(.updateMark)</header>
            \(Self.text)
            <footer><a class="permalink" href="\(address)">\(.time)</a>\(.edited)\(.redacted)\
            \(reply, if: takesReplies)\(.links) \
            <a href="\(Address.comments)/\(.number)/report" rel="nofollow" \
            aria-describedby="by-\(.number)">\(words.report)</a>\(.mute)\(PageSlot.ruleOfEach)</footer>
            \(.foldEnd)</article>

            """
        answered = "<p class=\"answered\(.place)\">\(words.inAnswerTo) <a href=\"\(address)\">\(.name)</a></p>"
        edited = " <span class=\"edited\">\(words.edited)</span>"
    }

    /// Writes the comments of a thread in reading order, indented by their depth.
    func write(
        _ thread: Newsroom.Thread, run: Int, highlighting highlighted: Comment.ID? = nil, to out: inout HTML
    ) {
        var version = run
        for entry in thread.entries {
            defer { version = entry.comment.storyVersion }
            let isHighlighted = entry.comment.id == highlighted
            if let line = line(inPlaceOf: entry.comment) {
                out.append(placeholder(line, entry, isHighlighted: isHighlighted))
            } else {
                let isMarked = entry.comment.storyVersion != version
                let mark = isMarked ? divider.mark(entry.comment, inReplyTo: thread.version(above: entry) ?? run) : nil
                write(entry, mark, isHighlighted: isHighlighted, to: &out)
            }
        }
    }

    private func write(
        _ entry: Newsroom.Thread.Entry, _ mark: HTML?, isHighlighted: Bool, to out: inout HTML
    ) {
        let comment = entry.comment
        out.fill(article) { part, out in
            switch part {
            case .place: writePlace(entry.depth, isHighlighted: isHighlighted, to: &out)
            case .answered: if let answered = entry.answered { write(answered, depth: entry.depth, to: &out) }
            case .updateMark:
                if let mark { out.append(mark) }
                if let mark = corrections.mark(comment.id) { out.append(mark) }
            case .edited: if comment.editedAt != nil { out.append(edited) }
            case .links: if comment.isDeletable(at: now) { out.append(PageSlot.changing(comment.id).html()) }
            default: context.write(part, of: comment, to: &out)
            }
        }
    }

    private func writePlace(_ depth: Int, isHighlighted: Bool, to out: inout HTML) {
        switch depth {
        case 0: break
        case 1: out.write(" depth-1")
        case 2: out.write(" depth-2")
        default: out.write(" depth-3")
        }
        if isHighlighted { out.write(" highlighted") }
    }

    /// Names the commenter to whom a comment replies. Up to depth 3, indentation shows it, so these words are
    /// only for screen readers.
    private func write(_ answered: Newsroom.Thread.Answered, depth: Int, to out: inout HTML) {
        out.fill(self.answered) { part, out in
            switch part {
            case .place: if depth <= 3 { out.write(" unseen") }
            case .number: out.write(answered.id.number)
            default:
                guard let name = answered.name else { return out.write(text: context.words.discussion.removedComment) }
                out.write("<bdi>")
                out.write(text: context.name(name))
                out.write("</bdi>")
            }
        }
    }

    /// The line in place of a removed comment, or of a held comment that has replies. `nil` for a published
    /// comment.
    private func line(inPlaceOf comment: Comment) -> String? {
        switch comment.state {
        case .published: nil
        case .held: context.words.discussion.heldInThread
        case .removed(let clause): context.words.discussion.removed(context.title(ofClause: clause))
        case .deleted: context.words.deletion.deleted
        }
    }

    private func placeholder(_ line: String, _ entry: Newsroom.Thread.Entry, isHighlighted: Bool) -> HTML {
        var place = HTML()
        writePlace(entry.depth, isHighlighted: isHighlighted, to: &place)
        return """
            <div class="comment\(place) removed" id="comment-\(entry.comment.id.number)">
            <p>\(line)</p>
            \(PageSlot.ruling(entry.comment.id).html())</div>

            """
    }
}

/// A comment outside its thread.
extension CommentView {
    /// A comment that awaits review, as the commenter sees it.
    static func waiting(_ comment: Comment, links: HTML, in context: SiteContext) -> HTML {
        let words = context.words.discussion
        let article: Template = """
            <article class="comment waiting" id="comment-\(.number)">
            <p class="waits">\(words.waits)</p>
            <header><h3>\(byline(words))</h3></header>
            \(text)
            <footer>\(.time)\(.redacted)\(.links)</footer>
            </article>

            """
        var out = HTML()
        out.fill(article) { part, out in
            switch part {
            case .links: out.append(links)
            default: context.write(part, of: comment, to: &out)
            }
        }
        return out
    }

    /// A comment without links for actions, for the pages of the desk and above a report form.
    static func quoted(_ comment: Comment, in context: SiteContext) -> HTML {
        guard !comment.isErased else {
            return "<blockquote class=\"quoted comment\">\n<p>\(context.words.deletion.deleted)</p>\n</blockquote>\n"
        }
        let quotation: Template = """
            <blockquote class="quoted comment">
            <p class="by">\(byline(context.words.discussion))</p>
            \(text)
            <p class="meta">\(.time)\(.redacted)</p>
            </blockquote>

            """
        var out = HTML()
        out.fill(quotation) { part, out in context.write(part, of: comment, to: &out) }
        return out
    }
}
