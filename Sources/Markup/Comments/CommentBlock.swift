/// An open quotation or list item.
enum CommentBlock {
    case quotation
    case item(ListItem)
}

struct ListItem {
    /// Items with equal marks belong to the same list.
    let list: ListMark
    let number: Int
    /// The column of its mark.
    let indent: Int
    /// The first column where its text may begin.
    let textIndent: Int
}

enum ListMark: Equatable {
    case bullet(UInt8)
    /// The character after the number.
    case number(UInt8)
}

/// The mark that opens a quotation or a list item at the beginning of a line. A mark without words after it
/// is text.
struct BlockMark {
    /// `nil` for a quotation.
    var list: ListMark?
    var number = 0
    /// Its end, before the blank that follows it.
    var end: Int
    /// The place of the backslash that makes it text.
    var backslash: Int?
}

extension CommentWriting {
    /// Whether the rest of the line may begin with a mark. Most lines begin with a letter and need no further
    /// look.
    var mayBeginBlock: Bool {
        switch Unicode.Scalar(utf8[index]) {
        case ">", "-", "*", "+", "\\", "0"..."9": true
        default: false
        }
    }

    /// The mark at the beginning of the rest of the line.
    func blockMark() -> BlockMark? {
        let isEscaped = byte(at: index) == Self.backslash
        let place = isEscaped ? index + 1 : index
        let byte = byte(at: place)
        var mark = BlockMark(end: place + 1, backslash: isEscaped ? index : nil)
        switch Unicode.Scalar(byte) {
        case ">": break
        case "-", "*", "+":
            guard isBlank(at: mark.end) else { return nil }
            mark.list = .bullet(byte)
        case "0"..."9" where !isEscaped:
            guard let number = numberMark() else { return nil }
            mark = number
        default: return nil
        }
        return hasWords(from: mark.end) ? mark : nil
    }

    /// The number of a list item: at most three digits, because a year may begin a sentence, and no leading
    /// zero.
    private func numberMark() -> BlockMark? {
        var (place, number) = (index, 0)
        while place < index + 3, let digit = digit(at: place) {
            number = number * 10 + digit
            place += 1
        }
        guard digit(at: index) != 0 || place == index + 1 else { return nil }
        let backslash = byte(at: place) == Self.backslash ? place : nil
        if backslash != nil { place += 1 }
        let delimiter = byte(at: place)
        guard delimiter == UInt8(ascii: ".") || delimiter == UInt8(ascii: ")"), isBlank(at: place + 1) else {
            return nil
        }
        return BlockMark(list: .number(delimiter), number: number, end: place + 1, backslash: backslash)
    }

    private func digit(at place: Int) -> Int? {
        let byte = byte(at: place)
        return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
    }

    /// Whether the rest of the line has a visible character other than a block mark.
    private func hasWords(from start: Int) -> Bool {
        var place = start
        while true {
            switch Unicode.Scalar(byte(at: place)) {
            case "\n": return false
            case " ", "\t", "\r", ">", "-", "*", "+": place += 1
            default:
                let (scalar, length) = utf8.scalar(at: place)
                if Neighbour(scalar).isInk { return true }
                place += length
            }
        }
    }
}
