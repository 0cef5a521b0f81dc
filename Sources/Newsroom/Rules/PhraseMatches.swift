/// The phrases that a text has.
package struct PhraseMatches: Sendable, Hashable {
    package struct Match: Sendable, Hashable {
        /// The number of the list, from 0 on, in the order that the matcher got.
        package let list: Int
        /// The index of the phrase in that list, as it was given.
        package let phrase: Int
        /// The first place in the text, in bytes of UTF-8. It begins and ends between characters as readers see them.
        package let range: Range<Int>
    }

    /// Each phrase once, in the order of the places.
    package let found: [Match]
    /// The places of all phrases in the text, in order, in bytes of UTF-8. Places that overlap or touch are one.
    package let places: [Range<Int>]

    package var isEmpty: Bool { found.isEmpty }

    init(found: [Match] = [], places: [Range<Int>] = []) {
        self.found = found.sorted {
            ($0.range.lowerBound, $0.range.upperBound, $0.list, $0.phrase)
                < ($1.range.lowerBound, $1.range.upperBound, $1.list, $1.phrase)
        }
        self.places = places.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, place in
            if let last = merged.last, place.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
            } else {
                merged.append(place)
            }
        }
    }

    /// The text in pieces, in order, for marking the places. Takes the text in which the phrases were found.
    package func passages(of text: String) -> [(text: Substring, isFound: Bool)] {
        var (passages, end): ([(Substring, Bool)], String.Index) = ([], text.startIndex)
        func index(_ offset: Int) -> String.Index {
            text.utf8.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex) ?? text.endIndex
        }
        for place in places {
            let range = index(place.lowerBound)..<index(place.upperBound)
            if end < range.lowerBound { passages.append((text[end..<range.lowerBound], false)) }
            passages.append((text[range], true))
            end = range.upperBound
        }
        if end < text.endIndex { passages.append((text[end...], false)) }
        return passages
    }
}
