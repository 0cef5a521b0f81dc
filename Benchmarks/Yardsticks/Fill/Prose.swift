/// Generates sentences and paragraphs in one buffer.
struct Prose {
    private static let plain = Words.plain.map { Array($0.utf8) }
    private static let arabic = Words.arabic.map { Array($0.utf8) }
    private static let chinese = Words.chinese.map { Array($0.utf8) }

    private var bytes: [UInt8] = []

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Adds a sentence of English words with a capital letter, commas, and a period or question mark.
    mutating func addSentence(words: Int, _ draw: inout Draw) {
        let start = bytes.count
        for place in 0..<max(words, 2) {
            if place > 0 { bytes.append(contentsOf: draw.happens(oneIn: 11) ? [44, 32] : [32]) }
            bytes.append(contentsOf: draw.pick(Self.plain))
        }
        bytes[start] &= 0xDF
        bytes.append(draw.happens(oneIn: 9) ? 63 : 46)
    }

    mutating func addSentences(words: Int, _ draw: inout Draw) {
        var left = words
        while left > 0 {
            let length = min(left, 4 + draw.below(18))
            addSentence(words: length, &draw)
            left -= length
            if left > 0 { bytes.append(32) }
        }
    }

    mutating func addArabic(words: Int, _ draw: inout Draw) {
        for place in 0..<words {
            if place > 0 { bytes.append(32) }
            bytes.append(contentsOf: draw.pick(Self.arabic))
        }
        bytes.append(46)
    }

    mutating func addChinese(words: Int, _ draw: inout Draw) {
        for _ in 0..<words { bytes.append(contentsOf: draw.pick(Self.chinese)) }
        add("。")
    }
}

extension Prose {
    /// The text of a comment: mostly a few lines, sometimes long or with markup, emoji or another script.
    static func comment(_ draw: inout Draw) -> String {
        var prose = Prose()
        let words = min(450, max(1, Int(draw.logNormal(median: 24, deviation: 1.25))))
        switch draw.below(40) {
        case 0: prose.addArabic(words: words, &draw)
        case 1: prose.addChinese(words: words, &draw)
        case 2...6: prose.addMarkdown(words: words, &draw)
        case 7...8:
            prose.addSentences(words: words, &draw)
            prose.add(" \(draw.pick(Words.emoji))")
        default: prose.addParagraphs(words: words, &draw)
        }
        return prose.text
    }

    mutating func addParagraphs(words: Int, _ draw: inout Draw) {
        var left = words
        while left > 0 {
            let length = min(left, 30 + draw.below(60))
            addSentences(words: length, &draw)
            left -= length
            if left > 0 { add("\n\n") }
        }
    }

    private mutating func addMarkdown(words: Int, _ draw: inout Draw) {
        switch draw.below(4) {
        case 0:
            addSentences(words: words, &draw)
            add(" **\(draw.pick(Words.topical))** and *\(draw.pick(Words.verbs))*. ")
        case 1: add("See [the \(draw.pick(Words.topical))](https://www.example.org/\(draw.below(90_000))). ")
        case 2:
            add("> ")
            addSentence(words: 8, &draw)
            add("\n\n")
        default:
            for _ in 0..<3 {
                add("- ")
                addSentence(words: 4 + draw.below(6), &draw)
                add("\n")
            }
            add("\n")
        }
        addSentences(words: words, &draw)
    }
}
