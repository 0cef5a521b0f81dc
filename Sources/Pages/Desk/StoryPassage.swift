import Foundation

/// A passage of a story that a comment quotes, with the rest of its sentences. The words must be the same; marks,
/// spaces and capitals may differ.
struct StoryPassage: Equatable {
    let before: String
    let quoted: String
    let after: String

    /// Fewer letters and digits than these are in any story by chance.
    private static let fewestLetters = 8
    /// How far a sentence is followed to each side, in characters.
    private static let mostAround = 300

    /// `nil` if the story does not contain the quotation.
    init?(of quotation: String, in story: SearchableStory) {
        let wanted = SearchableStory(quotation).letters
        guard wanted.count >= Self.fewestLetters, let first = story.place(of: wanted) else { return nil }
        let scalars = story.scalars
        let start = story.places[first]
        let end = story.places[first + wanted.count - 1] + 1
        let opening = Self.beginning(of: start, in: scalars)
        let ending = Self.end(of: end, in: scalars)
        before = Self.text(scalars[opening..<start])
        quoted = Self.text(scalars[start..<end])
        after = Self.text(scalars[end..<ending])
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static func beginning(of start: Int, in scalars: [Unicode.Scalar]) -> Int {
        var place = start
        while place > 0, start - place < mostAround, !endsSentence(before: place, in: scalars) { place -= 1 }
        while place < start, scalars[place].properties.isWhitespace { place += 1 }
        return place
    }

    private static func end(of start: Int, in scalars: [Unicode.Scalar]) -> Int {
        var place = start
        while place < scalars.count, place - start < mostAround, !endsSentence(before: place, in: scalars) {
            place += 1
        }
        while place > start, scalars[place - 1].properties.isWhitespace { place -= 1 }
        return place
    }

    /// Whether a sentence ends before this place: with a line, with a full stop and a space, or with a full stop of
    /// Chinese or Japanese. A quotation mark may follow the stop.
    private static func endsSentence(before place: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard place > 0 else { return true }
        if scalars[place - 1] == "\n" || "。！？".unicodeScalars.contains(scalars[place - 1]) { return true }
        guard place < scalars.count, scalars[place].properties.isWhitespace else { return false }
        var last = place - 1
        while last > 0, "\"'”’»)".unicodeScalars.contains(scalars[last]) { last -= 1 }
        return ".!?…؟۔।".unicodeScalars.contains(scalars[last])
    }
}

/// A text prepared for finding quotations in it.
struct SearchableStory {
    let scalars: [Unicode.Scalar]
    /// The letters and digits in lower case.
    fileprivate let letters: [UInt32]
    /// The place of each letter in `scalars`.
    fileprivate let places: [Int]

    init(_ text: String) {
        scalars = Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
        var (letters, places): ([UInt32], [Int]) = ([], [])
        letters.reserveCapacity(scalars.count)
        places.reserveCapacity(scalars.count)
        for (place, scalar) in scalars.enumerated() {
            guard let letter = Self.letter(scalar) else { continue }
            letters.append(letter)
            places.append(place)
        }
        (self.letters, self.places) = (letters, places)
    }

    /// The letter or digit in lower case; `nil` for other characters.
    private static func letter(_ scalar: Unicode.Scalar) -> UInt32? {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: return scalar.value
        case 0x41...0x5A: return scalar.value | 0x20
        case ..<0x80: return nil
        default:
            let properties = scalar.properties
            guard properties.isAlphabetic || properties.numericType != nil else { return nil }
            guard properties.changesWhenLowercased else { return scalar.value }
            return properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar.value
        }
    }

    fileprivate func place(of wanted: [UInt32]) -> Int? {
        guard let first = wanted.first, wanted.count <= letters.count else { return nil }
        return (0...(letters.count - wanted.count)).first { place in
            letters[place] == first && letters[place..<(place + wanted.count)].elementsEqual(wanted)
        }
    }
}
