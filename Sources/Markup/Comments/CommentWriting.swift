/// One walk over a comment, line by line, that writes as it goes. The rest of a paragraph is held back from the first
/// character on that may open emphasis or a link, until the paragraph has ended and it is known what belongs
/// together.
struct CommentWriting {
    let utf8: UnsafeBufferPointer<UInt8>
    let stops: UnsafeBufferPointer<Bool>
    /// Whether words are written instead of HTML.
    let asWords: Bool
    var out: [UInt8] = []

    var index = 0
    /// The blanks before `index`, in columns from the beginning of the line or from behind the last `>`.
    var indent = 0
    /// The quotations and list items that are open, the outermost first.
    var blocks: [CommentBlock] = []
    /// The number with which the latest list would go on.
    var nextNumber = 1
    var hasParagraph = false
    /// A backslash of this line that is not shown, because what is behind it would begin a quotation or an item.
    var hiddenBackslash: Int?
    /// Where the text of this line begins and ends, without blanks around it.
    var textStart = 0
    var textEnd = 0

    /// Where the text begins that is held back.
    var heldStart: Int?
    /// What may mean something in the text that is held back.
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

    /// For each byte, whether it ends a line, must be escaped or may mean something inside a line.
    static let stops: [Bool] = (0...UInt8.max).map { byte in
        switch Unicode.Scalar(byte) {
        case "\n", "\\", "*", "_", "[", "]", ":", ".": true
        default: Escape.mayNeedReplacement[Int(byte)]
        }
    }

    var isAtLineEnd: Bool { byte(at: index) == Self.lineFeed }

    /// The end of the text is the end of its last line.
    func byte(at place: Int) -> UInt8 { place < utf8.count ? utf8[place] : Self.lineFeed }

    func isBlank(at place: Int) -> Bool {
        switch byte(at: place) {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): true
        default: false
        }
    }

    /// Goes behind blanks and counts their columns; a tab ends at a multiple of four.
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

    /// Text of which it is known that nothing in it must be escaped.
    mutating func copy(_ range: Range<Int>) { out.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[range])) }
}
