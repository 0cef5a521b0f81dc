import Foundation
import Markup
import Newsroom

/// A comment as it stands in its thread and on its own page, where it waits for the desk, and where it is quoted. What all of these
/// show of it is in `CommentParts.swift`. A page may have thousands of comments: the markup around them is escaped once.
struct CommentView {
    let context: SiteContext
    let story: StoryReference
    /// The version of the story that stands now.
    let currentVersion: Int
    /// When the page is rendered, if the discussion is open: newer comments can still be edited then.
    let editingTime: Date?
    private let article: Template
    private let answered: Template
    private let edited: HTML

    init(
        context: SiteContext, story: StoryReference, currentVersion: Int, takesReplies: Bool, editingTime: Date?
    ) {
        self.context = context
        self.story = story
        self.currentVersion = currentVersion
        self.editingTime = editingTime
        let words = context.words.discussion
        let address: Template = "\(Address.comments(story))/\(.number)"
        let reply: Template = " <a href=\"\(address)#reply\" aria-describedby=\"by-\(.number)\">\(words.reply)</a>"
        article = """
            <article class="comment\(.place)" id="comment-\(.number)">
            <header><h3 id="by-\(.number)">\(Self.byline(words))</h3>\(.answered)</header>
            \(Self.text)
            \(.versionNote)<footer><a class="permalink" href="\(address)">\(.time)</a>\(.edited)\(reply, if: takesReplies)\(.editLink) \
            <a href="\(Address.comments)/\(.number)/report" rel="nofollow" aria-describedby="by-\(.number)">\(words.report)</a></footer>
            </article>

            """
        answered = "<p class=\"answered\(.place)\">\(words.inAnswerTo) <a href=\"\(address)\">\(.name)</a></p>"
        edited = " <span class=\"edited\">\(words.edited)</span>"
    }

    /// Writes the comments of a thread in reading order, each indented by its depth.
    func write(_ thread: Newsroom.Thread, highlighting highlighted: Comment.ID? = nil, to out: inout HTML) {
        for entry in thread.entries {
            let isHighlighted = entry.comment.id == highlighted
            if let line = line(inPlaceOf: entry.comment) {
                out.append(placeholder(line, entry, isHighlighted: isHighlighted))
            } else {
                write(entry, isHighlighted: isHighlighted, to: &out)
            }
        }
    }

    private func write(_ entry: Newsroom.Thread.Entry, isHighlighted: Bool, to out: inout HTML) {
        let comment = entry.comment
        out.fill(article) { part, out in
            switch part {
            case .place: writePlace(entry.depth, isHighlighted: isHighlighted, to: &out)
            case .answered: if let answered = entry.answered { write(answered, depth: entry.depth, to: &out) }
            case .versionNote: if comment.storyVersion < currentVersion { out.append(versionNote(comment)) }
            case .edited: if comment.editedAt != nil { out.append(edited) }
            case .editLink: if isEditable(comment) { out.append(editLink(comment.id)) }
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

    /// Who is answered. Indentation says it to those who see it, as deep as it goes; below, and to all others, words do.
    private func write(_ answered: Newsroom.Thread.Answered, depth: Int, to out: inout HTML) {
        out.fill(self.answered) { part, out in
            switch part {
            case .place: if depth <= 3 { out.write(" unseen") }
            case .number: out.write(answered.id.number)
            default:
                guard let name = answered.name else { return out.write(text: context.words.discussion.removedComment) }
                out.write("<bdi>")
                out.write(text: name)
                out.write("</bdi>")
            }
        }
    }

    private func isEditable(_ comment: Comment) -> Bool { editingTime.map(comment.isEditable) ?? false }

    private func editLink(_ comment: Comment.ID) -> HTML {
        PageSlot.editLink(comment).html(OwnComments.editLink(to: comment, in: context))
    }

    private func versionNote(_ comment: Comment) -> HTML {
        let words = context.words.discussion
        let comparison = Address.version(story, currentVersion, since: comment.storyVersion)
        return """
            <p class="version-note">\(words.earlierVersion) <a href="\(comparison)">\(words.changedSince)</a></p>

            """
    }

    /// What stands where a comment that is not shown has answers below it, or was taken down; `nil` for one that is shown.
    private func line(inPlaceOf comment: Comment) -> String? {
        switch comment.state {
        case .published: nil
        case .held: context.words.discussion.heldInThread
        case .removed(let clause): context.words.discussion.removed(context.title(ofClause: clause))
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

/// Outside of its thread.
extension CommentView {
    /// One that waits for the desk, as its writer sees it.
    static func waiting(_ comment: Comment, editLink: HTML?, in context: SiteContext) -> HTML {
        let words = context.words.discussion
        let article: Template = """
            <article class="comment waiting" id="comment-\(.number)">
            <p class="waits">\(words.waits)</p>
            <header><h3>\(byline(words))</h3></header>
            \(text)
            <footer>\(.time)\(.editLink)</footer>
            </article>

            """
        var out = HTML()
        out.fill(article) { part, out in
            switch part {
            case .editLink: if let editLink { out.append(editLink) }
            default: context.write(part, of: comment, to: &out)
            }
        }
        return out
    }

    /// On the pages of the desk and above the form of a report, without what can be done with it.
    static func quoted(_ comment: Comment, in context: SiteContext) -> HTML {
        let quotation: Template = """
            <blockquote class="quoted comment">
            <p class="by">\(byline(context.words.discussion))</p>
            \(text)
            <p class="meta">\(.time)</p>
            </blockquote>

            """
        var out = HTML()
        out.fill(quotation) { part, out in context.write(part, of: comment, to: &out) }
        return out
    }
}
