import CCMarkGFM

/// The fact boxes of a text: quotations whose first line is `[!FACTS]`, with or without a title after it. Programs
/// that know no fact boxes show quotations. A quotation inside another block is never a box.
struct FactBoxes {
    private static let mark = Array("[!FACTS]".utf8)

    private let text: UnsafeBufferPointer<UInt8>
    /// The line that was looked at last, and where it begins.
    private var (line, place) = (1, 0)

    /// Marks the boxes of a parsed text. The line of a box becomes a marked heading if it has a title.
    static func mark(in root: MarkdownNode, of text: UnsafeBufferPointer<UInt8>) {
        guard text.has("!") else { return }
        var boxes = FactBoxes(text: text)
        var next = root.firstChild
        while let block = next {
            next = block.next
            if block.kind == CMARK_NODE_BLOCK_QUOTE, boxes.isBox(block) { block.isMarked = true }
        }
    }

    private init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

    private mutating func isBox(_ quotation: MarkdownNode) -> Bool {
        guard let paragraph = quotation.firstChild, paragraph.kind == CMARK_NODE_PARAGRAPH,
            let start = paragraph.firstChild, start.kind == CMARK_NODE_TEXT, Self.beginsBox(start.literalBytes[...]),
            isWritten(at: quotation)
        else { return false }
        Self.takeTitle(outOf: paragraph, from: start)
        return true
    }

    /// Whether the mark stands in the source. An escaped one, as in the text of an agency, is only text.
    private mutating func isWritten(at quotation: MarkdownNode) -> Bool {
        let wanted = Int(cmark_node_get_start_line(quotation.pointer))
        while line < wanted, place < text.count {
            let isReturn = text[place] == UInt8(ascii: "\r")
            place += 1
            let endsLine = isReturn ? place == text.count || text[place] != UInt8(ascii: "\n") : text[place - 1] == 10
            if endsLine { line += 1 }
        }
        let column = Int(cmark_node_get_start_column(quotation.pointer))
        let rest = text[place...].dropFirst(column - 1)
        return rest.first == UInt8(ascii: ">") && Self.beginsBox(rest.dropFirst().drop(while: \.isBlank))
    }

    private static func beginsBox(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let isWord = text.prefix(mark.count).elementsEqual(mark) { byte, wanted in
            byte == wanted || byte & 0xDF == wanted && byte > 0x60
        }
        return isWord && (text.dropFirst(mark.count).first.map { $0.isBlank || $0.isLineEnd } ?? true)
    }

    private static func takeTitle(outOf paragraph: MarkdownNode, from start: MarkdownNode) {
        let rest = start.literalBytes.dropFirst(mark.count).drop(while: \.isBlank)
        cmark_node_set_literal(start.pointer, String(decoding: rest, as: UTF8.self))
        let lineEnd = paragraph.firstLineEnd
        let hasTitle = !start.literalBytes.isEmpty || start.next?.pointer != lineEnd?.pointer
        // The text of the title stays in the memory of its paragraph, so a paragraph with a title is never freed.
        switch (lineEnd, hasTitle) {
        case (let lineEnd?, true): move(upTo: lineEnd, outOf: paragraph)
        case (let lineEnd?, false):
            cmark_node_free(start.pointer)
            cmark_node_free(lineEnd.pointer)
        case (nil, true):
            cmark_node_set_type(paragraph.pointer, CMARK_NODE_HEADING)
            paragraph.isMarked = true
        case (nil, false): cmark_node_free(paragraph.pointer)
        }
    }

    /// Moves the line into a heading of its own.
    private static func move(upTo lineEnd: MarkdownNode, outOf paragraph: MarkdownNode) {
        guard let title = cmark_node_new(CMARK_NODE_HEADING) else { return }
        cmark_node_insert_before(paragraph.pointer, title)
        while let part = paragraph.firstChild, part.pointer != lineEnd.pointer {
            cmark_node_append_child(title, part.pointer)
        }
        cmark_node_free(lineEnd.pointer)
        MarkdownNode(pointer: title).isMarked = true
    }
}

extension MarkdownNode {
    fileprivate var firstLineEnd: MarkdownNode? {
        var part = firstChild
        while let current = part, current.kind != CMARK_NODE_SOFTBREAK, current.kind != CMARK_NODE_LINEBREAK {
            part = current.next
        }
        return part
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
    fileprivate var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
