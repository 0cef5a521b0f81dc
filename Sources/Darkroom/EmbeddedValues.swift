import Foundation
import Newsroom

/// The values that exiftool printed for one file, by group and tag. Converts them to text for pages.
struct EmbeddedValues: Decodable, Sendable {
    private static let longest = 5000

    /// The values of each tag, in the order of the file or of preference.
    private var values: [String: [EmbeddedValue]] = [:]

    init(from decoder: any Decoder) throws {
        for (key, printed) in try decoder.singleValueContainer().decode([String: PrintedValues].self) {
            let (tag, language) = Self.parts(of: key)
            values[tag, default: []] += printed.marked.compactMap { EmbeddedValue($0, in: language) }
        }
        for tag in values.keys { values[tag]?.sort { $0.number < $1.number } }
    }

    /// The tag and the language of a key: `XMP-dc:Description-de`, or `XMP-dc:Copy1:Description-de` if the tag
    /// is repeated.
    private static func parts(of key: String) -> (tag: String, language: String?) {
        let key = key.replacing(/:Copy\d+:/, with: ":")
        guard let parts = key.wholeMatch(of: /(XMP-\w+:\w+)-(.*)/)?.output else { return (key, nil) }
        return (String(parts.1), String(parts.2))
    }

    /// The same values. Of a text in several languages, the best one for readers of `language` comes first.
    func preferring(_ language: Language?) -> EmbeddedValues {
        var sorted = self
        sorted.values = values.mapValues { all in
            all.sorted { ($0.rank(for: language), $0.number) < ($1.rank(for: language), $1.number) }
        }
        return sorted
    }

    func all(_ tag: String) -> [String] { (values[tag] ?? []).map(\.text) }

    /// The text of the first tag that has any, as one line.
    func line(_ tags: String...) -> String? { first(tags) { $0.onOneLine } }

    /// The text of the first tag that has any, with its paragraphs.
    func text(_ tags: String...) -> String? { first(tags) { $0.withPlainLineEnds } }

    /// All values of a tag, with commas between them, as one line. A value may itself be a list with a
    /// separator.
    func list(_ tag: String, separator: Character? = nil) -> String? {
        let parts = all(tag).flatMap { text in
            separator.map { text.split(separator: $0).map(String.init) } ?? [text]
        }
        var seen: Set = [""]
        return presentable(parts.map(\.onOneLine).filter { seen.insert($0).inserted }.joined(separator: ", "))
    }

    private func first(_ tags: [String], shape: (String) -> String) -> String? {
        tags.flatMap(all).compactMap { presentable(shape($0)) }.first
    }

    /// The whole text or nothing, because a truncated notice could have another meaning.
    private func presentable(_ text: String) -> String? {
        let kept = text.printable.trimmed
        return kept.unicodeScalars.count > Self.longest || kept.hasNothingVisible ? nil : kept
    }
}

/// A value with its language, if the tag names one, and its number from `EmbeddedReading`.
private struct EmbeddedValue: Sendable {
    let number: Int
    let text: String
    let language: String?

    init?(_ marked: String, in language: String?) {
        let parts = marked.split(separator: "_", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[0]) else { return nil }
        self.number = number
        self.text = String(parts[1])
        self.language = language
    }

    /// The lowest rank is the best: the wanted language, then the default of the file (`x-default`, which
    /// exiftool prints without a language), then English, then any other.
    func rank(for wanted: Language?) -> Int {
        guard let language, !language.isEmpty else { return 3 }
        let found = language.lowercased(), wanted = wanted?.tag.lowercased()
        if found == wanted { return 0 }
        if let wanted, found.primaryLanguage == wanted.primaryLanguage {
            return found == found.primaryLanguage ? 1 : 2
        }
        return found.primaryLanguage == "en" ? 4 : 5
    }
}

/// One value, or the list of values of a repeated tag.
private struct PrintedValues: Decodable {
    let marked: [String]

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        marked = try (try? [container.decode(String.self)]) ?? container.decode([String].self)
    }
}

extension String {
    fileprivate var primaryLanguage: Substring { prefix { $0 != "-" } }

    /// The text without noncharacters, and without control characters other than line ends and tabs.
    fileprivate var printable: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.filter { scalar in
                    if scalar == "\n" || scalar == "\t" { return true }
                    return scalar.properties.generalCategory != .control && !scalar.isNoncharacter
                }))
    }

    /// The text with white space collapsed, and without characters that reorder the line around them.
    fileprivate var onOneLine: String {
        String(String.UnicodeScalarView(unicodeScalars.filter { !$0.reordersText }))
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
