import Markup
import Newsroom

/// What differs from comment to comment in the markup of `CommentView`.
enum CommentPart: UInt8 {
    case number, name, text, time
    /// What a thread adds.
    case place, answered, versionNote, edited
    /// What only its writer sees.
    case editLink
}

/// What a comment says, wherever it stands.
extension CommentView {
    static func byline(_ words: DiscussionWords) -> Template {
        "<bdi>\(.name)</bdi> <span class=\"wrote\">\(words.wrote)</span>"
    }

    static let text: Template = "<div class=\"comment-text\">\n\(.text)</div>"

    /// A text that is shown by itself, such as one that a comment had before.
    static func text(_ text: String) -> HTML {
        var out = HTML()
        out.fill(Self.text) { _, out in out.write(comment: text) }
        return out
    }
}

extension SiteContext {
    /// Writes a part of what a comment says. What a thread or a writer adds is written there.
    func write(_ part: CommentPart, of comment: Comment, to out: inout HTML) {
        switch part {
        case .number: out.write(comment.id.number)
        case .name: out.write(text: comment.name)
        case .text: out.write(comment: comment.text)
        case .time: out.append(commentTime(comment.createdAt))
        case .place, .answered, .versionNote, .edited, .editLink: break
        }
    }
}

extension Template.StringInterpolation {
    mutating func appendInterpolation(_ part: CommentPart) { appendInterpolation(hole: part.rawValue) }
}

extension HTML {
    /// Writes a template of `CommentView`. `write` writes each part that it has.
    mutating func fill(_ template: Template, with write: (_ part: CommentPart, _ out: inout HTML) -> Void) {
        self.write(template) { hole, out in
            if let part = CommentPart(rawValue: hole) { write(part, &out) }
        }
    }
}
