import Synchronization

/// Quotation marks, apostrophes and dashes as newspapers print them in one language. Stories arrive with the
/// marks of a typewriter and are stored as they arrive. Pages and feeds show them through this type.
///
/// A mark changes only if its neighbors and its partner leave no doubt. Marks that are typographic already
/// stay, and so do addresses, measures (6'2"), ranges, scores and compound words.
package final class Typography: Sendable {
    /// Changes nothing.
    package static let asSent = Typography(nil)

    /// `nil` for texts that stay as they were sent.
    let habits: TypographicHabits?
    /// The bytes of each `Glyph`.
    private let glyphs: [[UInt8]]

    private static let known = Mutex<[String: Typography]>([:])
    private static let mostKnown = 256

    /// The typography of a language, by its BCP 47 tag.
    package static func of(_ tag: String) -> Typography {
        if let found = known.withLock({ $0[tag] }) { return found }
        let made = Typography(TypographicHabits(tag: tag))
        known.withLock { known in
            // An agency can send any number of different tags.
            if known.count >= mostKnown { known.removeAll() }
            known[tag] = made
        }
        return made
    }

    private init(_ habits: TypographicHabits?) {
        self.habits = habits
        glyphs = habits.map { habits in Glyph.allCases.map { Array(habits.text(of: $0).utf8) } } ?? []
    }

    /// A text as newspapers print it. Each line is a paragraph.
    package func text(_ text: String) -> String {
        var text = text
        return text.withUTF8 { mayChange($0) ? typeset($0) : nil } ?? text
    }

    /// The dash between parts of a sentence.
    package var dash: String { habits?.text(of: .dash) ?? "-" }

    /// Whether the text has a mark that may change. Looking for one is all that other texts cost.
    func mayChange(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard habits != nil else { return false }
        return text.has("'") || text.has("\"") || text.has("-")
    }

    func mayChange(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { mayChange($0) }
    }

    func bytes(of glyph: Glyph) -> [UInt8] { glyphs[glyph.rawValue] }

    private func typeset(_ text: UnsafeBufferPointer<UInt8>) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.count + 48)
        var writing = CorrectedWriting(self)
        let lines =
            text.has("\n") ? text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) : [text[...]]
        for line in lines {
            if line.startIndex > 0 { out.append(UInt8(ascii: "\n")) }
            let line = UnsafeBufferPointer(rebasing: line)
            writing.begin(line)
            writing.write(line, escaped: false, to: &out)
        }
        return String(decoding: out, as: UTF8.self)
    }
}
