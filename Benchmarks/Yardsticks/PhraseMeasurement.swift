import Foundation
import Newsroom

/// Measures the lists of phrases: how long building takes, how much memory it needs, and how long the search in a text
/// of 5,000 characters takes. Times are those of the processor. Prints JSON. A
/// seeded generator makes words and texts.
enum PhraseMeasurement {
    struct Figures: Encodable {
        var phrases = 0
        /// Once in a process: what each character is compared as.
        var tableMilliseconds = 0.0
        /// Folding and sorting the list, and building the automaton.
        var buildMilliseconds = 0.0
        var megabytes = 0.0
        /// The most that building the matcher from the list added to the memory of the process.
        var peakMegabytes = 0.0
        /// The median of 101 searches for each kind of text.
        var searchMicroseconds: [String: Double] = [:]
        /// The same with phrases such as a, aa and aaa, as words, with blanks and anywhere.
        var hostileMicroseconds: [String: Double] = [:]
        /// The second slowest of 101 searches for each kind of text.
        var slowMicroseconds: [String: Double] = [:]
    }

    static func run(count: Int) throws {
        var random = Random(state: 27)
        let words = (0..<count).map { _ in word(&random) }
        let phrases = words.enumerated().map { number, word in
            Phrase(
                number.isMultiple(of: 5) ? "\(word) \(words[number / 2])" : word, isAnywhere: number.isMultiple(of: 10))
        }
        var figures = Figures()
        var start = processorTime
        _ = try PhraseMatcher([PhraseList([Phrase("once")])])
        figures.tableMilliseconds = (processorTime - start) * 1e3
        let before = try memory("VmRSS")
        start = processorTime
        let matcher = try PhraseMatcher([PhraseList(phrases)])
        figures.buildMilliseconds = (processorTime - start) * 1e3
        figures.peakMegabytes = Double(try memory("VmHWM") - before) / 1e6
        figures.megabytes = Double(matcher.size) / 1e6
        figures.phrases = count
        for (kind, text) in texts(words, &random) {
            let times = times { _ = matcher.matches(in: text) }
            (figures.searchMicroseconds[kind], figures.slowMicroseconds[kind]) = (times[50], times[99])
        }
        let hostile = try PhraseMatcher([PhraseList(hostilePhrases)])
        for (kind, unit) in [("a", "a"), ("a with blanks", "a "), ("1", "1"), ("a1", "a1"), ("a@", "a@")] {
            let text = String(repeating: unit, count: 5_000 / unit.count)
            figures.hostileMicroseconds[kind] = times { _ = hostile.matches(in: text) }[50]
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        print(String(decoding: try encoder.encode(figures), as: UTF8.self))
    }

    private static let hostilePhrases = (1...100).flatMap { count in
        [
            Phrase(String(repeating: "a", count: count)), Phrase(String(repeating: "a ", count: count)),
            Phrase(String(repeating: "a", count: count), isAnywhere: true),
            Phrase(String(repeating: "a", count: count - 1) + "b", isAnywhere: true),
            Phrase(String(repeating: "1", count: count), isAnywhere: true),
        ]
    }

    /// Texts of 5,000 characters.
    private static func texts(_ words: [String], _ random: inout Random) -> [String: String] {
        func text(_ piece: () -> String) -> String {
            var text = ""
            while text.unicodeScalars.count < 5_000 { text += piece() }
            return String(String.UnicodeScalarView(text.unicodeScalars.prefix(5_000)))
        }
        let usual = text { word(&random) + " " }
        return [
            "plain": usual, "Cyrillic": usual.applyingTransform(.latinToCyrillic, reverse: false) ?? usual,
            "only listed words": text { (words.randomElement(using: &random) ?? "") + " " },
            "beginnings of listed words": text { String((words.randomElement(using: &random) ?? "").dropLast()) },
            "digits and signs": text { "\(word(&random))1\(word(&random))@\(word(&random)) " },
            "marks": "a" + String(repeating: "\u{301}", count: 4_999),
            "one letter": String(repeating: "a", count: 5_000),
            "single letters": text { "\(word(&random).first ?? "a") " }, "emoji": text { "👩‍👩‍👧" },
            "Chinese": text { String(UnicodeScalar(UInt32.random(in: 0x4E00...0x9000, using: &random)) ?? "一") },
        ]
    }

    /// Three to five syllables.
    private static func word(_ random: inout Random) -> String {
        let (consonants, vowels) = (Array("bcdfghjklmnprstvwz"), Array("aeiou"))
        return (0..<Int.random(in: 3...5, using: &random)).reduce(into: "") { word, _ in
            word.append(consonants.randomElement(using: &random) ?? "b")
            word.append(vowels.randomElement(using: &random) ?? "a")
            if Bool.random(using: &random) { word.append(consonants.randomElement(using: &random) ?? "b") }
        }
    }

    /// The time of this thread, in seconds, which other work on the machine hardly changes.
    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// 101 measurements in order, in microseconds.
    private static func times(_ body: () -> Void) -> [Double] {
        (0..<101).map { _ in
            let start = processorTime
            body()
            return (processorTime - start) * 1e6
        }.sorted()
    }

    /// A figure of the kernel about this process, in bytes.
    private static func memory(_ name: String) throws -> Int {
        let lines = try String(contentsOfFile: "/proc/self/status", encoding: .utf8).split(separator: "\n")
        let fields = lines.first { $0.hasPrefix("\(name):") }?.split(whereSeparator: \.isWhitespace) ?? []
        return (fields.count > 1 ? Int(fields[1]) ?? 0 : 0) * 1_024
    }

    /// The same numbers for the same seed (SplitMix64).
    private struct Random: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
