/// The limits for the tables of one text. A text that exceeds them shows the lines of its tables as
/// paragraphs.
///
/// The parser fills each short row with empty cells, and it reads a paragraph again at every line that could
/// be the second line of a table. Both can cost the square of the text's length.
struct TableBounds {
    /// Cells, counted as if each paragraph with a table had its widest row everywhere.
    static let mostCells = 50_000
    static let mostColumns = 100
    /// The bytes that the parser reads again.
    static let mostReread = 1_000_000

    private var cells = 0
    private var reread = 0
    /// The bytes since the last empty line, and the columns of the widest table there.
    private var block = 0
    private var columns = 0

    static func hold(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        var bounds = TableBounds()
        return text.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
            .allSatisfy { bounds.hold(with: $0) }
    }

    private mutating func hold(with line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) {
            (block, columns) = (0, 0)
            return true
        }
        block += line.count + 1
        cells += columns
        if Self.mayDelimit(line) {
            reread += block
            columns = max(columns, line.count { $0 == UInt8(ascii: "|") } + 1)
        }
        return cells <= Self.mostCells && columns <= Self.mostColumns && reread <= Self.mostReread
    }

    /// Whether the line may be the second line of a table, in a quotation or a list or outside.
    private static func mayDelimit(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let marks = line.reversed().prefix(while: \.isInDelimiter)
        return marks.contains(UInt8(ascii: "-")) && line.dropLast(marks.count).allSatisfy(\.isInContainerMark)
    }
}

extension UInt8 {
    fileprivate var isInDelimiter: Bool {
        switch self {
        case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "|"), UInt8(ascii: " "), 0x09, 0x0B, 0x0C: true
        default: false
        }
    }

    /// Whether it may be in the mark of a quotation or of a list item.
    fileprivate var isInContainerMark: Bool {
        switch self {
        case UInt8(ascii: ">"), UInt8(ascii: " "), 0x09, 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: ")"),
            UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
