import Foundation

/// A caption, and the chain of hands at its end: `… SANA. REUTERS/SANA/Handout via Reuters`.
struct CaptionText {
    /// Without the chain; a note to editors behind it stays.
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

    /// The chain begins where a sentence has ended: the last one or, where a name in the chain is abbreviated, one before.
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

    /// A person, an agency or `Handout`: up to six words that begin with a capital or are as small as "of".
    private static func isName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return (1...6).contains(words.count) && text.first?.isUppercase == true
            && words.allSatisfy { $0.first?.isUppercase == true || $0.count <= 3 }
    }
}
