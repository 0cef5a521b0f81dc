/// The markup of readers' comments, which is a small language of its own: paragraphs and lines, `*emphasis*`,
/// `**strong emphasis**`, `>` quotations, lists, `[words](https://address)`, bare addresses, and a backslash before
/// what would else be one of these. Everything else is shown as it was typed, so that no letter of a comment is lost.
/// The time it takes is in proportion to the length of the comment, whatever is in it.
enum CommentMarkup {
    /// Writes a comment as HTML, each paragraph with a direction of its own.
    static func write(_ text: String, to out: inout [UInt8]) { write(text, asWords: false, to: &out) }

    /// The words of a comment, a paragraph a line. The marks of quotations and items stay before them, those of
    /// emphasis and links do not.
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
