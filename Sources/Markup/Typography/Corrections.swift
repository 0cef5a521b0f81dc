import CCMarkGFM

/// A mark of the printed text.
enum Glyph: Int, CaseIterable {
    case primaryOpen, primaryClose, alternateOpen, alternateClose
    case apostrophe, geresh, gershayim
    /// `spacedDash` brings its own spaces. `longDash` ends a sentence that breaks off.
    case dash, spacedDash, longDash
}

/// Writes paragraphs with their corrections. A paragraph may be written in pieces, such as the nodes of a
/// story, because a quotation often begins in one and ends in another.
struct CorrectedWriting {
    private let typography: Typography
    /// The marks of the paragraph, and the index of the next one.
    private var marks: [QuotationMark] = []
    private var next = 0
    /// Where the next piece begins in the paragraph, and where the last correction ends.
    private var place = 0
    private var resumption = 0
    /// The text of a paragraph that comes in pieces.
    private var gathered: [UInt8] = []

    /// Writes with a typography, or changes nothing.
    init(_ typography: Typography?) { self.typography = typography ?? .asSent }

    /// Begins a paragraph.
    mutating func begin(_ paragraph: UnsafeBufferPointer<UInt8>) {
        marks.removeAll(keepingCapacity: true)
        (next, place, resumption) = (0, 0, 0)
        guard let habits = typography.habits, typography.mayChange(paragraph) else { return }
        marks.reserveCapacity(16)
        MarkReading.read(paragraph, habits, into: &marks)
        QuotationPairing.pair(&marks, habits)
    }

    /// Begins a paragraph, crosshead or table cell of a story. Code is part of it, but does not change.
    mutating func begin(_ node: MarkdownNode) {
        guard typography.habits != nil else { return }
        gathered.removeAll(keepingCapacity: true)
        node.gatherText(into: &gathered)
        // The copy keeps the buffer while `begin` changes this value.
        let gathered = gathered
        gathered.withUnsafeBufferPointer { begin($0) }
    }

    /// Passes over bytes of the paragraph that are not written.
    mutating func skip(_ count: Int) { place += count }

    /// Writes the next piece of the paragraph as it is, or escaped as HTML.
    mutating func write(_ piece: UnsafeBufferPointer<UInt8>, escaped: Bool, to out: inout [UInt8]) {
        let end = place + piece.count
        var start = max(place, resumption)
        while next < marks.count, marks[next].place < end {
            let mark = marks[next]
            next += 1
            guard let glyph = mark.glyph else { continue }
            append(piece[(start - place)..<(Int(mark.place) - place)], escaped: escaped, to: &out)
            out.append(contentsOf: typography.bytes(of: glyph))
            start = Int(mark.place) + Int(mark.length)
        }
        if start < end { append(piece[(start - place)...], escaped: escaped, to: &out) }
        resumption = start
        place = end
    }

    private func append(_ run: Slice<UnsafeBufferPointer<UInt8>>, escaped: Bool, to out: inout [UInt8]) {
        let run = UnsafeBufferPointer(rebasing: run)
        if escaped { Escape.append(run, to: &out) } else { out.append(contentsOf: run) }
    }
}

extension MarkdownNode {
    /// Appends the text of a paragraph, with a letter for each byte of code. It neither recurses nor
    /// allocates an iterator.
    fileprivate func gatherText(into text: inout [UInt8]) {
        var node = cmark_node_first_child(pointer)
        while let current = node {
            let part = MarkdownNode(pointer: current)
            switch part.kind {
            case CMARK_NODE_TEXT: text.append(contentsOf: part.literalBytes)
            case CMARK_NODE_SOFTBREAK: text.append(UInt8(ascii: " "))
            case CMARK_NODE_LINEBREAK: text.append(UInt8(ascii: "\n"))
            case CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
                text.append(contentsOf: repeatElement(UInt8(ascii: "x"), count: part.literalBytes.count))
            default: break
            }
            node = cmark_node_first_child(current) ?? part.following(below: pointer)
        }
    }

    /// The next node after this one and its children, below an ancestor.
    private func following(below ancestor: OpaquePointer) -> OpaquePointer? {
        var node = pointer
        while node != ancestor {
            if let next = cmark_node_next(node) { return next }
            guard let parent = cmark_node_parent(node) else { return nil }
            node = parent
        }
        return nil
    }
}
