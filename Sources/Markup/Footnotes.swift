import CCMarkGFM

/// The footnotes of a text (`[^1]`, with `[^1]: …` on a line of its own). Their numbers follow the order of the
/// references, first those in the text, then those in footnotes. A footnote without a reference is left out.
struct Footnotes {
    struct Footnote {
        let node: MarkdownNode
        /// The number of references to it.
        var references: Int
    }

    /// In the order of their numbers, which begin at 1.
    private(set) var all: [Footnote] = []

    /// Takes the footnotes out of a parsed text, where the parser puts them at the end. Gives each reference its
    /// number.
    init(takenFrom root: MarkdownNode) {
        var found: [MarkdownNode] = []
        while let last = root.lastChild, last.kind == CMARK_NODE_FOOTNOTE_DEFINITION {
            cmark_node_unlink(last.pointer)
            found.append(last)
        }
        guard !found.isEmpty else { return }
        found.reverse()
        // The parser also counts references in footnotes that have none themselves, so we count again.
        var numbers = [Int](repeating: 0, count: found.count)
        count(in: root, of: found, numbers: &numbers)
        var next = 0
        while next < all.count {
            count(in: all[next].node, of: found, numbers: &numbers)
            next += 1
        }
        for (node, number) in zip(found, numbers) where number == 0 { cmark_node_free(node.pointer) }
    }

    private mutating func count(in node: MarkdownNode, of found: [MarkdownNode], numbers: inout [Int]) {
        node.walk { reference, entering in
            guard entering, reference.kind == CMARK_NODE_FOOTNOTE_REFERENCE else { return }
            // The parser replaces the label with its own number.
            guard let index = Int(reference.literal).map({ $0 - 1 }), found.indices.contains(index) else { return }
            if numbers[index] == 0 {
                all.append(Footnote(node: found[index], references: 0))
                numbers[index] = all.count
            }
            all[numbers[index] - 1].references += 1
            cmark_node_set_literal(reference.pointer, String(numbers[index]))
        }
    }

    func free() {
        for footnote in all { cmark_node_free(footnote.node.pointer) }
    }
}

extension Footnotes {
    /// The footnotes that may begin in one line. The parser visits all blocks that are open at each line, so the
    /// cost of more footnotes inside each other would be the square of the text's length.
    private static let mostInLine = 8

    /// Whether the text may have footnotes.
    static func mayOccur(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.has("^") else { return false }
        var (hasReference, begun, previous) = (false, 0, UInt8(0))
        for byte in text {
            switch (previous, byte) {
            case (_, UInt8(ascii: "\n")), (_, UInt8(ascii: "\r")): begun = 0
            case (UInt8(ascii: "["), UInt8(ascii: "^")): hasReference = true
            case (UInt8(ascii: "]"), UInt8(ascii: ":")): begun += 1
            default: break
            }
            guard begun <= mostInLine else { return false }
            previous = byte
        }
        return hasReference
    }
}
