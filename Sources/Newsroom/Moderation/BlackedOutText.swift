/// A text with marks in place of a passage. Takes time proportional to the lengths of both.
package struct BlackedOutText: Sendable {
    /// Stands in place of each passage. Its length tells nothing about that of the passage.
    package static let mark = "\u{2588}\u{2588}\u{2588}\u{2588}\u{2588}"

    package let text: String

    /// Any white space in the passage stands for any white space in the text, because a browser copies a passage as
    /// it is shown. Refuses with `invalid` if the passage does not occur, is already blacked out, or leaves
    /// nothing of the text.
    init(_ text: String, without passage: String, occurrence: Int?) throws(Refusal) {
        guard passage.unicodeScalars.contains(where: { !$0.isBlackoutMark && !$0.properties.isWhitespace }) else {
            throw Refusal(.redaction(.blackAlready), field: "passage")
        }
        let spaced = SpacedText(text)
        var places = spaced.places(of: SpacedText(passage).scalars)
        if let occurrence { places = places.indices.contains(occurrence - 1) ? [places[occurrence - 1]] : [] }
        guard !places.isEmpty else { throw Refusal(.redaction(.notInText), field: "passage") }
        self.text = Self.blackOut(places.map { spaced.range($0) }, of: text)
        guard !self.text.filter({ !$0.unicodeScalars.allSatisfy(\.isBlackoutMark) }).hasNothingVisible else {
            throw Refusal(.redaction(.wholeText), field: "passage")
        }
    }

    /// Marks that touch become one, so that their number tells nothing either.
    private static func blackOut(_ ranges: [Range<String.Index>], of text: String) -> String {
        let scalars = text.unicodeScalars
        var (out, place) = (String.UnicodeScalarView(), scalars.startIndex)
        for range in ranges {
            out.append(contentsOf: scalars[place..<max(place, range.lowerBound)])
            while out.last?.isBlackoutMark == true { out.removeLast() }
            out.append(contentsOf: mark.unicodeScalars)
            place = scalars[range.upperBound...].firstIndex { !$0.isBlackoutMark } ?? scalars.endIndex
        }
        out.append(contentsOf: scalars[place...])
        return String(out)
    }
}

extension Unicode.Scalar {
    fileprivate var isBlackoutMark: Bool { value == 0x2588 }
}

/// The characters of a text with each stretch of white space as one space, and their places.
private struct SpacedText {
    var scalars: [Unicode.Scalar] = []
    /// The place of each character, and the end of the text.
    private var places: [String.Index] = []

    init(_ text: String) {
        let all = text.unicodeScalars
        for place in all.indices {
            let scalar: Unicode.Scalar = all[place].properties.isWhitespace ? " " : all[place]
            guard scalar != " " || scalars.last != " " else { continue }
            scalars.append(scalar)
            places.append(place)
        }
        places.append(text.endIndex)
    }

    func range(_ range: Range<Int>) -> Range<String.Index> { places[range.lowerBound]..<places[range.upperBound] }

    /// Where a passage occurs, without overlaps (Knuth, Morris and Pratt).
    func places(of passage: [Unicode.Scalar]) -> [Range<Int>] {
        // For each beginning of the passage, the length of the longest shorter beginning that also ends it.
        var (borders, length) = ([0], 0)
        for index in passage.indices.dropFirst() {
            while length > 0, passage[index] != passage[length] { length = borders[length - 1] }
            if passage[index] == passage[length] { length += 1 }
            borders.append(length)
        }
        var found: [Range<Int>] = []
        length = 0
        for index in scalars.indices {
            while length > 0, scalars[index] != passage[length] { length = borders[length - 1] }
            if scalars[index] == passage[length] { length += 1 }
            guard length == passage.count else { continue }
            found.append(index + 1 - length..<index + 1)
            length = 0
        }
        return found
    }
}
