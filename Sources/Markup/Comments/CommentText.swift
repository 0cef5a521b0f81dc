/// Reads the text of a line, up to its end.
extension CommentWriting {
    /// Writes the text directly until a mark may open emphasis or a link. From there on, it holds back the
    /// rest of the paragraph.
    mutating func readText() {
        textStart = index
        var start = index
        if let hiddenBackslash { start = goBehind(hiddenBackslash) }
        guard heldStart == nil else { return gatherMarks() }
        while true {
            index = utf8.firstIndex(from: index, in: stops)
            guard index < utf8.count, utf8[index] != Self.lineFeed else { break }
            switch Unicode.Scalar(utf8[index]) {
            case ".", ":":
                if mayBelongToAddress(index) { start = passAddress(from: start) } else { index += 1 }
            case "[", "*", "_", "\\":
                guard !mayOpenAtIndex() else {
                    copy(start..<index)
                    heldStart = index
                    marks.reserveCapacity(8)
                    return gatherMarks()
                }
                passRun()
            default: start = passEscaped(from: start)
            }
        }
        textEnd = endOfText()
        copy(start..<textEnd)
    }

    /// Writes the address around `index`, if there is one. Like the other `pass` methods, it moves `index`
    /// forward and returns the start of the text that is not yet written.
    private mutating func passAddress(from start: Int) -> Int {
        guard let address = bareAddress(around: index, from: start) else {
            index += 1
            return start
        }
        copy(start..<address.range.lowerBound)
        write(address)
        index = address.range.upperBound
        return index
    }

    private mutating func passEscaped(from start: Int) -> Int {
        guard !asWords, let (length, replacement) = Escape.replacement(at: index, in: utf8) else {
            index += 1
            return start
        }
        copy(start..<index)
        out.append(replacement)
        index += length
        return index
    }

    private mutating func passRun() {
        let byte = utf8[index]
        while self.byte(at: index) == byte { index += 1 }
    }

    /// Moves past the backslash before a block mark, hiding the backslash. Text before it is written; the
    /// mark after it is text.
    private mutating func goBehind(_ backslash: Int) -> Int {
        hiddenBackslash = nil
        if heldStart == nil {
            copy(index..<backslash)
        } else {
            gather(CommentMark(.hiddenBackslash, backslash..<backslash + 1))
        }
        index = backslash + (byte(at: backslash + 1) == UInt8(ascii: "*") ? 2 : 1)
        return backslash + 1
    }

    /// The end of the line's text, without trailing blanks.
    private func endOfText() -> Int {
        var end = index
        while isBlank(at: end - 1) { end -= 1 }
        return end
    }

    private func mayOpenAtIndex() -> Bool {
        switch Unicode.Scalar(utf8[index]) {
        case "[": true
        case "*", "_": emphasisMark(from: index).mayOpen
        case "\\":
            switch Unicode.Scalar(byte(at: endOfBackslashes(from: index))) {
            case "*", "_", "[": true
            default: false
            }
        default: false
        }
    }
}

/// Collects the marks in text that is held back.
extension CommentWriting {
    private mutating func gatherMarks() {
        while true {
            index = utf8.firstIndex(from: index, in: stops)
            guard !isAtLineEnd else { break }
            let end = endOfBackslashes(from: index)
            switch Unicode.Scalar(byte(at: end)) {
            case "*", "_": gather(emphasisMark(from: index))
            case "[": gather(openingBracket(from: index))
            case "]": gather(closingBracket(from: index))
            case ":" where end == index, "." where end == index: gatherAddress()
            default: index = max(end, index + 1)
            }
        }
        textEnd = endOfText()
    }

    private mutating func gatherAddress() {
        guard mayBelongToAddress(index), let address = bareAddress(around: index, from: textStart) else {
            return index += 1
        }
        gather(CommentMark(.address(address), address.range))
    }

    mutating func gather(_ mark: CommentMark) {
        var mark = mark
        mark.lastWord = lastWord(before: mark.range.lowerBound)
        marks.append(mark)
        index = mark.range.upperBound
    }

    /// Searches back to the previous mark, which knows the last word before itself.
    private func lastWord(before end: Int) -> Int {
        let start = marks.last?.range.upperBound ?? heldStart ?? end
        var place = end - 1
        while place >= start {
            if utf8[place] < 0x80 ? utf8[place].isLetterOrDigit : Neighbour(utf8.scalar(before: place + 1)) == .word {
                return place
            }
            while utf8[place] & 0xC0 == 0x80 { place -= 1 }
            place -= 1
        }
        guard let last = marks.last else { return -1 }
        if case .address(let address) = last.kind { return address.range.upperBound - 1 }
        return last.lastWord
    }

    private func endOfBackslashes(from start: Int) -> Int {
        var end = start
        while byte(at: end) == Self.backslash { end += 1 }
        return end
    }

    /// One to three stars or underscores, with the sides on which they may open or close emphasis. A longer
    /// run is text.
    private func emphasisMark(from start: Int) -> CommentMark {
        let signs = endOfBackslashes(from: start)
        var end = signs
        while byte(at: end) == utf8[signs] { end += 1 }
        let kind: CommentMark.Kind = utf8[signs] == UInt8(ascii: "*") ? .star : .underscore
        guard end - signs <= 3 else { return CommentMark(kind, start..<end, backslashes: signs - start) }
        let before =
            signs - start > 1 ? .punctuation : start > textStart ? Neighbour(utf8.scalar(before: start)) : .blank
        let after = end < utf8.count ? Neighbour(utf8.scalar(at: end).0) : .blank
        return CommentMark(
            kind, start..<end, backslashes: signs - start,
            mayOpen: before.mayComeBeforeEmphasis && after.mayBeginEmphasis,
            mayClose: before.mayEndEmphasis && after.mayComeAfterEmphasis)
    }

    /// An opening bracket. After `!` it would begin an image, which comments do not have, so it opens nothing
    /// there.
    private func openingBracket(from start: Int) -> CommentMark {
        let bracket = endOfBackslashes(from: start)
        let isOfPicture = bracket - start <= 1 && start > textStart && utf8[start - 1] == UInt8(ascii: "!")
        return CommentMark(
            .openingBracket, start..<bracket + 1, backslashes: bracket - start, mayOpen: !isOfPicture)
    }

    private func closingBracket(from start: Int) -> CommentMark {
        let bracket = endOfBackslashes(from: start)
        let begin = bracket + 2
        var address: Range<Int>?
        if byte(at: bracket + 1) == UInt8(ascii: "("), let end = endOfLinkAddress(from: begin) { address = begin..<end }
        return CommentMark(.closingBracket(address), start..<bracket + 1, backslashes: bracket - start)
    }
}
