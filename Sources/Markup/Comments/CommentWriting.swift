/// Reads a comment once, line by line, and writes its output as it goes.
///
/// From the first character that may open emphasis or a link, the rest of the paragraph is held back. It is
/// written at the end of the paragraph, when all marks can be paired.
struct CommentWriting {
    let utf8: UnsafeBufferPointer<UInt8>
    let stops: UnsafeBufferPointer<Bool>
    /// Whether to write plain words instead of HTML.
    let asWords: Bool
    var out: [UInt8] = []

    var index = 0
    /// The indentation at `index`, in columns from the beginning of the line or from the last `>`.
    var indent = 0
    /// The open quotations and list items, the outermost first.
    var blocks: [CommentBlock] = []
    /// The next number of the latest list.
    var nextNumber = 1
    var hasParagraph = false
    /// The place of a backslash on this line that is not shown, because the mark after it would otherwise
    /// begin a quotation or a list item.
    var hiddenBackslash: Int?
    /// The start and end of this line's text, without the blanks around it.
    var textStart = 0
    var textEnd = 0

    /// The start of the text that is held back.
    var heldStart: Int?
    /// The marks in the text that is held back.
    var marks: [CommentMark] = []

    init(utf8: UnsafeBufferPointer<UInt8>, stops: UnsafeBufferPointer<Bool>, asWords: Bool) {
        self.utf8 = utf8
        self.stops = stops
        self.asWords = asWords
    }

    mutating func write() {
        while index < utf8.count { readLine() }
        closeParagraph()
        closeBlocks(keeping: 0)
    }

    private mutating func readLine() {
        indent = 0
        skipBlanks()
        let kept = blocks.isEmpty ? 0 : keptBlocks()
        if isAtLineEnd {
            closeParagraph()
            closeBlocks(keeping: kept)
        } else {
            if kept < blocks.count || mayBeginBlock { openBlocks(keeping: kept) }
            goOnWithParagraph()
            readText()
        }
        index += 1
    }

    private mutating func goOnWithParagraph() {
        if !hasParagraph {
            tag("<p dir=\"auto\">")
            hasParagraph = true
        } else if heldStart == nil {
            writeLineBreak()
        } else {
            gather(CommentMark(.lineBreak, textEnd..<index))
        }
    }

    mutating func closeParagraph() {
        guard hasParagraph else { return }
        if let heldStart { writeHeld(from: heldStart) }
        heldStart = nil
        if asWords { out.append(Self.lineFeed) } else { out.append("</p>\n") }
        hasParagraph = false
    }
}

extension CommentWriting {
    static let lineFeed = UInt8(ascii: "\n")
    static let backslash = UInt8(ascii: "\\")

    /// For each byte value, whether it ends a line, must be escaped or may be markup inside a line.
    static let stops: [Bool] = (0...UInt8.max).map { byte in
        switch Unicode.Scalar(byte) {
        case "\n", "\\", "*", "_", "[", "]", ":", ".": true
        default: Escape.mayNeedReplacement[Int(byte)]
        }
    }

    var isAtLineEnd: Bool { byte(at: index) == Self.lineFeed }

    /// The byte at `place`. The end of the text reads as a line end.
    func byte(at place: Int) -> UInt8 { place < utf8.count ? utf8[place] : Self.lineFeed }

    func isBlank(at place: Int) -> Bool {
        switch byte(at: place) {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): true
        default: false
        }
    }

    /// Moves past blanks and counts their columns. A tab ends at a multiple of four.
    mutating func skipBlanks() {
        while isBlank(at: index) {
            indent += utf8[index] == UInt8(ascii: "\t") ? 4 - indent % 4 : 1
            index += 1
        }
    }

    mutating func tag(_ literal: StaticString) {
        if !asWords { out.append(literal) }
    }

    mutating func writeLineBreak() { out.append(asWords ? " " : "<br>\n") }

    mutating func writeText(_ range: Range<Int>) {
        let text = UnsafeBufferPointer(rebasing: utf8[range])
        if asWords { out.append(contentsOf: text) } else { Escape.append(text, to: &out) }
    }

    /// Copies text that is known to need no escaping.
    mutating func copy(_ range: Range<Int>) { out.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[range])) }
}
