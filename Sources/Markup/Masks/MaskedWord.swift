import Foundation

/// A word in markup, as it is compared with the words to mask.
struct MaskedWord {
    /// Without case, accents and invisible characters; empty if it is too long to match.
    let folded: String
    /// From its first to its last byte. Tags of links and emphasis may be inside.
    let range: Range<Int>
    /// Whether the end of a sentence or of a block is before it, so that no phrase goes on here.
    let isAfterBreak: Bool

    /// Whether a character belongs to a word.
    static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || isMark(scalar)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: true
        default: false
        }
    }

    /// All words of the text between the tags. Takes time proportional to the length.
    static func words(in html: UnsafeBufferPointer<UInt8>) -> [MaskedWord] {
        var reading = Reading(html: html)
        reading.read()
        return reading.words
    }

    private struct Reading {
        let html: UnsafeBufferPointer<UInt8>
        var words: [MaskedWord] = []
        private var place = 0
        /// The word that is being read, without invisible characters.
        private var word: [UInt8] = []
        private var isASCII = true
        private var range = 0..<0
        private var isAfterBreak = false

        init(html: UnsafeBufferPointer<UInt8>) { self.html = html }

        mutating func read() {
            while place < html.count {
                switch Unicode.Scalar(html[place]) {
                case "<": passTag()
                case "&": passReference()
                case "a"..."z", "A"..."Z", "0"..."9": add(1)
                case ".", "!", "?", ";", ":":
                    end(isBreak: true)
                    place += 1
                case ..."\u{7F}":
                    end()
                    place += 1
                default: passOther()
                }
            }
            end()
        }

        /// Tags of links and emphasis do not end a word; a line break does not end a phrase.
        private mutating func passTag() {
            let start = place
            while place < html.count, html[place] != UInt8(ascii: ">") { place += 1 }
            place = min(place + 1, html.count)
            switch html[start..<place].tagName {
            case "a", "em", "strong", "span": break
            case "br": end()
            default: end(isBreak: true)
            }
        }

        private mutating func passReference() {
            end()
            while place < html.count, html[place] != UInt8(ascii: ";") { place += 1 }
            place += 1
        }

        private mutating func passOther() {
            let (scalar, length) = html.scalar(at: place)
            if MaskedWord.isPart(scalar) {
                isASCII = false
                add(length)
            } else if scalar.properties.generalCategory == .format || scalar.properties.isDefaultIgnorableCodePoint {
                place += length
            } else {
                end()
                place += length
            }
        }

        private mutating func add(_ length: Int) {
            if word.isEmpty { range = place..<place }
            if word.count <= WordMasks.longestWord { word.append(contentsOf: html[place..<place + length]) }
            place += length
            range = range.lowerBound..<place
        }

        private mutating func end(isBreak: Bool = false) {
            if !word.isEmpty {
                words.append(MaskedWord(folded: folded, range: range, isAfterBreak: isAfterBreak))
                isAfterBreak = false
                word.removeAll(keepingCapacity: true)
                isASCII = true
            }
            if isBreak { isAfterBreak = true }
        }

        private var folded: String {
            guard word.count <= WordMasks.longestWord else { return "" }
            let text = String(decoding: word, as: UTF8.self)
            guard !isASCII else { return text.lowercased() }
            return text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        }
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// The name of a tag, without the slash of an end tag.
    var tagName: String {
        let name = dropFirst().drop { $0 == UInt8(ascii: "/") }.prefix {
            $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: ">")
        }
        return String(decoding: name, as: UTF8.self)
    }
}
