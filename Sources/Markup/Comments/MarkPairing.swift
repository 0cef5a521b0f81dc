/// Pairs the marks of a paragraph. A backslash is hidden only if the mark after it would have a partner
/// without the backslash.
extension CommentWriting {
    mutating func pairMarks() {
        if marks.contains(where: \.isEscaped) {
            pair(heedingBackslashes: false)
            for place in marks.indices {
                marks[place].hidesBackslash = marks[place].isEscaped && marks[place].hasPartner
                marks[place].forgetPartners()
            }
        }
        pair(heedingBackslashes: true)
        for place in marks.indices where marks[place].hasPartner { marks[place].hidesBackslash = true }
    }

    private mutating func pair(heedingBackslashes: Bool) {
        pairBrackets(heedingBackslashes)
        pairEmphasis(among: marks.indices, heedingBackslashes)
    }

    /// Pairs the brackets of links. A link must have visible words. Links do not nest: once a link is found,
    /// the open brackets around it are text.
    private mutating func pairBrackets(_ heedingBackslashes: Bool) {
        var open: [Int] = []
        var end = 0
        for place in marks.indices where !(heedingBackslashes && marks[place].isEscaped) {
            let mark = marks[place]
            guard mark.range.lowerBound >= end else { continue }
            switch mark.kind {
            case .openingBracket: open.append(place)
            case .closingBracket(let address):
                guard let opening = open.popLast(), marks[opening].mayOpen, let address,
                    hasInk(marks[opening].range.upperBound..<mark.range.lowerBound)
                else { continue }
                marks[opening].partner = place
                marks[place].partner = opening
                open.removeAll(keepingCapacity: true)
                end = address.upperBound
            default: continue
            }
        }
    }

    private func hasInk(_ range: Range<Int>) -> Bool {
        var place = range.lowerBound
        while place < range.upperBound {
            let (scalar, length) = utf8.scalar(at: place)
            if Neighbour(scalar).isInk { return true }
            place += length
        }
        return false
    }

    /// A mark that may be closed, and the emphasis that it can still open.
    private struct Waiting {
        let place: Int
        let end: Int
        let isStars: Bool
        var rest: UInt8
    }

    /// The maximum number of marks that can wait to be closed, which limits the depth of emphasis. If more
    /// wait, the oldest becomes text.
    private static let mostWaiting = 8

    /// Pairs stars and underscores. Emphasis does not cross the edge of a link.
    private mutating func pairEmphasis(among places: Range<Int>, _ heedingBackslashes: Bool) {
        var waiting: [Waiting] = []
        var next = places.lowerBound
        while next < places.upperBound {
            let place = next
            next += 1
            if let closing = marks[place].partner {
                pairEmphasis(among: next..<closing, heedingBackslashes)
                next = firstMark(behindLinkOf: closing)
                continue
            }
            let mark = marks[place]
            guard mark.isEmphasis, !(heedingBackslashes && mark.isEscaped) else { continue }
            if mark.mayClose { close(place, &waiting) }
            if mark.mayOpen, !marks[place].hasPartner {
                waiting.append(
                    Waiting(place: place, end: mark.range.upperBound, isStars: mark.isStars, rest: mark.signs))
                if waiting.count > Self.mostWaiting { waiting.removeFirst() }
            }
        }
    }

    private func firstMark(behindLinkOf closing: Int) -> Int {
        guard case .closingBracket(let address?) = marks[closing].kind else { return closing + 1 }
        var place = closing + 1
        while place < marks.count, marks[place].range.lowerBound < address.upperBound { place += 1 }
        return place
    }

    /// Closes the waiting marks that match these signs, the nearest first. Marks that wait inside the match
    /// become text. Emphasis must contain a word: `*_*` is a face.
    private mutating func close(_ place: Int, _ waiting: inout [Waiting]) {
        let mark = marks[place]
        var rest = mark.signs
        while rest > 0,
            let match = waiting.lastIndex(where: {
                $0.isStars == mark.isStars && $0.rest & rest != 0 && $0.end <= mark.lastWord
            })
        {
            let common = waiting[match].rest & rest
            let emphasis: UInt8 = common >= 2 ? 2 : 1
            marks[waiting[match].place].add(emphasis, isOpening: true)
            marks[place].add(emphasis, isOpening: false)
            rest &= ~emphasis
            waiting[match].rest &= ~emphasis
            waiting.removeSubrange((waiting[match].rest == 0 ? match : match + 1)...)
        }
    }
}
