import Newsroom

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
    init?(of quotation: String, in story: QuotableText) {
        let wanted = QuotableText(quotation).letters
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
