import Markup
package import Newsroom

/// The parts that differ from comment to comment in the markup of `CommentView`.
enum CommentPart: UInt8 {
    case number, name, text, time, redacted
    /// The mark of a comment by the desk, by staff or by the author of the story.
    case mark
    /// Parts that only comments in a thread have.
    case place, answered, updateMark, edited
    /// The part that only the commenter sees.
    case links
    /// The link around the name of a commenter with an account.
    case profile, profileEnd
    /// The slots in which a comment is folded for a reader who mutes the commenter, and the one for the button.
    case fold, foldEnd, mute
}

/// The parts that a comment has in every place.
extension CommentView {
    static func byline(_ words: DiscussionWords) -> Template {
        "<bdi>\(.name)</bdi> <span class=\"wrote\">\(words.wrote)</span>\(.mark)"
    }

    /// The same with a link to the page of the commenter.
    static func linkedByline(_ words: DiscussionWords) -> Template {
        """
        \(.profile)<bdi>\(.name)</bdi>\(.profileEnd) <span class="wrote">\(words.wrote)</span>\(.mark)
        """
    }

    static let text: Template = "<div class=\"comment-text\">\n\(.text)</div>"

    /// The text of a comment alone, for example an earlier version of it.
    /// Blocks in a text that the desk took passages out of have `blackouts` as their spoken text.
    static func text(_ text: String, blackouts: String? = nil) -> HTML {
        var out = HTML()
        out.fill(Self.text) { _, out in out.write(comment: text, blackouts: blackouts) }
        return out
    }
}

extension SiteContext {
    /// Writes a part that a comment has in every place. Parts of threads, and the part that only the commenter
    /// sees, are written elsewhere.
    func write(_ part: CommentPart, of comment: Comment, to out: inout HTML) {
        switch part {
        case .number: out.write(comment.id.number)
        case .name: out.write(text: name(of: comment))
        case .mark:
            if comment.isByDesk { out.append(deskMark) }
            if let mark = comment.mark { out.append(" \(self.mark(mark))") }
        case .text:
            out.write(comment: comment.text, blackouts: comment.redactedAt == nil ? nil : words.discussion.blackout)
        case .redacted:
            if comment.redactedAt != nil { out.append(" <span class=\"edited\">\(words.discussion.redacted)</span>") }
        case .time: out.append(commentTime(comment.createdAt))
        case .profile, .profileEnd:
            guard let person = comment.person, house.hasPeoplePages else { return }
            guard part == .profile else { return out.write("</a>") }
            out.write("<a class=\"person\" href=\"/people/")
            out.write(person.number)
            out.write("\">")
        case .fold, .foldEnd, .mute: if let person = comment.mutable { write(part, of: comment, by: person, to: &out) }
        case .place, .answered, .updateMark, .edited, .links: break
        }
    }

    private func write(_ part: CommentPart, of comment: Comment, by person: Person.ID, to out: inout HTML) {
        switch part {
        case .fold: out.writeSlot("fold", person.number)
        case .foldEnd: out.writeSlot("unfold", person.number)
        default: out.writeSlot("mute", person.number, comment.id.number)
        }
    }

    /// The name of a commenter, or a word in its place if the account was erased.
    package func name(of comment: Comment) -> String { name(comment.name) }

    func name(_ stored: String) -> String { stored.isEmpty ? words.privacy.formerReader : stored }

    /// The mark of a person at the newspaper. Names of readers are escaped and stand in an element of their own, so none can
    /// look or sound like it.
    func mark(_ mark: Comment.Mark) -> HTML {
        "<span class=\"by-desk\">\(mark == .author ? words.discussion.byAuthor : words.discussion.byStaff)</span>"
    }

    /// The mark of a comment by the desk.
    var deskMark: HTML { " <span class=\"by-desk\">\(words.discussion.byDesk)</span>" }
}

extension Template.StringInterpolation {
    mutating func appendInterpolation(_ part: CommentPart) { appendInterpolation(hole: part.rawValue) }
}

extension HTML {
    /// Writes a template of `CommentView`. `write` writes each of its parts.
    mutating func fill(_ template: Template, with write: (_ part: CommentPart, _ out: inout HTML) -> Void) {
        self.write(template) { hole, out in
            if let part = CommentPart(rawValue: hole) { write(part, &out) }
        }
    }
}
