import Foundation

/// A caption and the chain of sources at its end: `… SANA. REUTERS/SANA/Handout via Reuters`.
struct CaptionText {
    /// The caption without the chain. A note to editors after the chain stays.
    let caption: String
    let chain: [String]
    let via: String?
    let isHandout: Bool

    init(_ text: String) {
        let text = text.collapsed
        let noteStart = text.range(of: "ATTENTION EDITORS")?.lowerBound ?? text.endIndex
        let words = String(text[..<noteStart]).collapsed
        let found = Self.chain(endingIn: words)
        chain = found?.chain ?? []
        via = found?.via
        caption = [found.map(\.before) ?? words, String(text[noteStart...])].joined(separator: " ").collapsed
        isHandout = text.split(whereSeparator: { !$0.isLetter }).contains { $0.lowercased() == "handout" }
    }

    private typealias Found = (before: String, chain: [String], via: String?)

    /// Finds the chain, which begins after the end of a sentence. A name in the chain may itself contain a
    /// period, so up to four places are tried, the last one first.
    private static func chain(endingIn text: String) -> Found? {
        let blanks = text.indices.filter { index in
            text[index] == " " && ".!?\"”’)".contains(text[text.index(before: index)])
        }
        for blank in blanks.suffix(4).reversed() {
            if let links = links(String(text[text.index(after: blank)...])) {
                return (String(text[..<blank]), links.chain, links.via)
            }
        }
        return links(text).map { ("", $0.chain, $0.via) }
    }

    private static func links(_ text: String) -> (chain: [String], via: String?)? {
        guard text.count <= 200 else { return nil }
        let halves = (text.hasSuffix(".") ? String(text.dropLast()) : text).components(separatedBy: " via ")
        let chain = halves[0].components(separatedBy: "/").map(\.collapsed)
        guard halves.count <= 2, chain.count > 1 || halves.count == 2, chain.allSatisfy(isName),
            halves.dropFirst().allSatisfy(isName), let first = chain.first,
            first == first.uppercased() || first == "Handout"
        else { return nil }
        return (chain, halves.count == 2 ? halves[1].collapsed : nil)
    }

    /// Whether the text can be a person, an agency or `Handout`: at most six words, each beginning with a
    /// capital or at most three letters long, like "of".
    private static func isName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return (1...6).contains(words.count) && text.first?.isUppercase == true
            && words.allSatisfy { $0.first?.isUppercase == true || $0.count <= 3 }
    }
}
