/// The markup of readers' comments. It is a small language: paragraphs and lines, `*emphasis*`, `**strong**`
/// emphasis, `>` quotations, lists, `[words](https://address)`, bare addresses, and a backslash that turns a
/// mark into plain text. Everything else is shown as it was typed, so a comment never loses a letter.
///
/// Writing a comment takes time proportional to its length, whatever it contains.
enum CommentMarkup {
    /// Writes a comment as HTML. Each paragraph has its own text direction.
    static func write(_ text: String, to out: inout [UInt8]) { write(text, asWords: false, to: &out) }

    /// The words of a comment, one paragraph per line. The marks of quotations and list items stay; those of
    /// emphasis and links are left out.
    static func words(of text: String) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count + 16)
        write(text, asWords: true, to: &out)
        if out.last == CommentWriting.lineFeed { out.removeLast() }
        return String(decoding: out, as: UTF8.self)
    }

    private static func write(_ text: String, asWords: Bool, to out: inout [UInt8]) {
        var text = text
        text.withUTF8 { utf8 in
            CommentWriting.stops.withUnsafeBufferPointer { stops in
                var writing = CommentWriting(utf8: utf8, stops: stops, asWords: asWords)
                swap(&out, &writing.out)
                writing.write()
                swap(&out, &writing.out)
            }
        }
    }
}

extension Markdown {
    /// A reader's comment, in a separate markup that is not CommonMark: paragraphs, emphasis, quotations, lists and
    /// links (`rel="ugc nofollow noopener"`). Each paragraph has its own text direction.
    package static func comment(_ text: String) -> HTML {
        var out = HTML()
        out.write(comment: text)
        return out
    }
}
