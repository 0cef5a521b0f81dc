/// A passage of a story, with the text around it. The words must be the same; marks, spaces and capitals may differ.
package struct StoryPassage: Sendable, Equatable {
    /// How much of the text around a passage belongs to it.
    package enum Surroundings: Sendable {
        /// The rest of its sentences, for a quotation in a comment.
        case sentence
        /// The rest of its paragraphs, for a passage that somebody copied on purpose.
        case paragraph

        /// Fewer letters and digits than these are in any story by chance.
        fileprivate var fewestLetters: Int { self == .sentence ? 8 : 1 }
        /// How far the text is followed to each side, in characters.
        fileprivate var most: Int { self == .sentence ? 300 : 1_000 }

        /// Whether they end before this place.
        fileprivate func end(before place: Int, in scalars: [Unicode.Scalar]) -> Bool {
            switch self {
            case .sentence: StoryPassage.endsSentence(before: place, in: scalars)
            case .paragraph: place == 0 || scalars[place - 1] == "\n"
            }
        }
    }

    package let before: String
    package let quoted: String
    package let after: String

    /// `nil` if the story does not contain the quotation.
    package init?(of quotation: String, in story: QuotableText, _ surroundings: Surroundings = .sentence) {
        let wanted = QuotableText(quotation).letters
        guard wanted.count >= surroundings.fewestLetters, let first = story.place(of: wanted) else { return nil }
        let scalars = story.scalars
        let start = story.places[first]
        let end = story.places[first + wanted.count - 1] + 1
        let opening = Self.beginning(of: start, in: scalars, surroundings)
        let ending = Self.end(of: end, in: scalars, surroundings)
        before = Self.text(scalars[opening..<start])
        quoted = Self.text(scalars[start..<end])
        after = Self.text(scalars[end..<ending])
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static func beginning(
        of start: Int, in scalars: [Unicode.Scalar], _ surroundings: Surroundings
    ) -> Int {
        var place = start
        while place > 0, start - place < surroundings.most, !surroundings.end(before: place, in: scalars) {
            place -= 1
        }
        while place < start, scalars[place].properties.isWhitespace { place += 1 }
        return place
    }

    private static func end(of start: Int, in scalars: [Unicode.Scalar], _ surroundings: Surroundings) -> Int {
        var place = start
        while place < scalars.count, place - start < surroundings.most, !surroundings.end(before: place, in: scalars) {
            place += 1
        }
        while place > start, scalars[place - 1].properties.isWhitespace { place -= 1 }
        return place
    }

    /// Whether a sentence ends before this place: with a line, with a full stop and a space, or with a full stop of
    /// Chinese or Japanese. A quotation mark may follow the stop.
    fileprivate static func endsSentence(before place: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard place > 0 else { return true }
        if scalars[place - 1] == "\n" || "。！？".unicodeScalars.contains(scalars[place - 1]) { return true }
        guard place < scalars.count, scalars[place].properties.isWhitespace else { return false }
        var last = place - 1
        while last > 0, "\"'”’»)".unicodeScalars.contains(scalars[last]) { last -= 1 }
        return ".!?…؟۔।".unicodeScalars.contains(scalars[last])
    }
}

extension QuotableText {
    /// Everything that readers see of a version: `body` is its text without markup, and `captions` are those of its
    /// pictures.
    package init(
        _ version: Version, body: String, captions: [WireText] = [], shown: (WireText) -> String = { $0.sent }
    ) {
        let above = [
            version.headline, version.standfirst, version.byline, version.dateline?.place, version.dateline?.agency,
        ].compactMap { $0.map(shown) }
        let below = version.credits.flatMap { [$0.person, $0.place].compactMap(\.self) }
        let rest = ([version.signOff].compactMap(\.self) + captions).map(shown)
        self.init((above + [body] + below + rest).joined(separator: "\n"))
    }

    /// A passage as somebody copied it, in its paragraphs. Without the whole, each of its lines, because a copied text
    /// leaves out what stands between paragraphs. `nil` if the story lacks a line.
    package func passages(of copied: String) -> [StoryPassage]? {
        if let whole = StoryPassage(of: copied, in: self, .paragraph) { return [whole] }
        let lines = copied.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.trimmed.isEmpty }
        let found = lines.compactMap { StoryPassage(of: $0, in: self, .paragraph) }
        return found.count == lines.count && !found.isEmpty ? found : nil
    }
}
