/// Writes the text that was held back, once its marks can be paired.
extension CommentWriting {
    mutating func writeHeld(from start: Int) {
        pairMarks()
        var place = start
        var isInLink = false
        for index in marks.indices where marks[index].range.lowerBound >= place {
            let mark = marks[index]
            writeText(place..<mark.range.lowerBound)
            place = mark.range.upperBound
            switch mark.kind {
            case .openingBracket, .closingBracket: place = write(bracket: mark, isInLink: &isInLink)
            case .star, .underscore: write(emphasis: mark)
            case .address(let address): if isInLink { writeText(mark.range) } else { write(address) }
            case .lineBreak: writeLineBreak()
            case .hiddenBackslash: break
            }
        }
        writeText(place..<textEnd)
        marks.removeAll(keepingCapacity: true)
    }

    /// Writes a bracket, and returns where the text continues.
    private mutating func write(bracket mark: CommentMark, isInLink: inout Bool) -> Int {
        writeBackslashes(of: mark)
        guard let partner = mark.partner else {
            writeText(mark.start..<mark.range.upperBound)
            return mark.range.upperBound
        }
        isInLink = !isInLink
        if case .closingBracket(let address?) = mark.kind {
            tag("</a>")
            return address.upperBound + 1
        }
        if case .closingBracket(let address?) = marks[partner].kind { writeLinkOpening(to: address) }
        return mark.range.upperBound
    }

    /// Writes a run of stars or underscores. Signs without a partner are text outside the emphasis.
    private mutating func write(emphasis mark: CommentMark) {
        writeBackslashes(of: mark)
        let (inner, outer) = (mark.emphasis & 3, mark.emphasis >> 2)
        let used = Int(inner + outer)
        if mark.isOpening {
            writeText(mark.start..<mark.range.upperBound - used)
            writeTags(outer, "<em>", "<strong>")
            writeTags(inner, "<em>", "<strong>")
        } else {
            writeTags(inner, "</em>", "</strong>")
            writeTags(outer, "</em>", "</strong>")
            writeText(mark.start + used..<mark.range.upperBound)
        }
    }

    private mutating func writeTags(_ emphasis: UInt8, _ one: StaticString, _ two: StaticString) {
        guard emphasis != 0 else { return }
        tag(emphasis == 1 ? one : two)
    }

    /// Writes the backslashes before a mark. If the mark hides one, each pair of backslashes shows one.
    private mutating func writeBackslashes(of mark: CommentMark) {
        let shown = mark.hidesBackslash ? mark.backslashes / 2 : mark.backslashes
        writeText(mark.range.lowerBound..<mark.range.lowerBound + shown)
    }
}

extension CommentWriting {
    mutating func write(_ address: BareAddress) {
        guard address.isSafe else { return writeText(address.range) }
        writeLinkOpening(to: address.range, scheme: address.isWithoutScheme ? "http://" : "")
        writeText(address.range)
        tag("</a>")
    }

    private mutating func writeLinkOpening(to address: Range<Int>, scheme: StaticString = "") {
        guard !asWords else { return }
        out.append("<a href=\"")
        out.append(scheme)
        writeText(address)
        out.append("\" rel=\"ugc nofollow noopener\">")
    }
}
