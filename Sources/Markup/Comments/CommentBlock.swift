/// A quotation or an item of a list that is open.
enum CommentBlock {
    case quotation
    case item(ListItem)
}

struct ListItem {
    /// Items with the same one are items of the same list.
    let list: ListMark
    let number: Int
    /// Where its mark stands, in columns.
    let indent: Int
    /// Where its text may begin.
    let textIndent: Int
}

enum ListMark: Equatable {
    case bullet(UInt8)
    /// What stands behind the number.
    case number(UInt8)
}

/// What opens a quotation or an item, at the beginning of a line. There are words behind it: alone it is text.
struct BlockMark {
    /// None for a quotation.
    var list: ListMark?
    var number = 0
    /// Where it ends, before the blank behind it.
    var end: Int
    /// The backslash that makes it text.
    var backslash: Int?
}

extension CommentWriting {
    /// Whether the rest of the line may begin with a mark. Most lines begin with a letter.
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

    /// A number as it would be written by a list: up to three digits, since years begin sentences.
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

    /// Whether anything but blanks and marks follows in the line that can be seen.
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
