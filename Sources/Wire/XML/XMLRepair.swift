import CLibXML2
import Newsroom

/// Replaces or drops what would cause the whole file to be refused:
/// forbidden characters, bytes that are not UTF-8, names of HTML's characters such as `&nbsp;`, and files
/// embedded in attributes. Lines keep their numbers.
struct XMLRepair {
    /// Embedded files longer than this many bytes are dropped. No element of a story has a use for one.
    static let longestEmbedded = 1_024
    /// One remark for each kind of repair would be enough for an operator. This bounds files full of faults.
    static let mostRemarks = 100

    private(set) var remarks: [Remark] = []
    private let bytes: [UInt8]
    private let isUTF8: Bool
    private var out: [UInt8] = []
    /// Everything before this index is in `out`.
    private var copied = 0
    private var line = 1

    /// The repaired document. The source itself if there is nothing to repair.
    static func repair(_ source: XMLSource) -> (source: XMLSource, remarks: [Remark]) {
        var repair = XMLRepair(source)
        repair.run()
        guard repair.copied > 0 else { return (source, []) }
        repair.out += source.bytes[repair.copied...]
        return (source.with(repair.out), repair.remarks)
    }

    private init(_ source: XMLSource) {
        bytes = source.bytes
        isUTF8 = source.isUTF8
    }

    private mutating func run() {
        var index = 0
        var isLiteral = false
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\n"):
                line += 1
                index += 1
            case UInt8(ascii: "\t"), UInt8(ascii: "\r"): index += 1
            case 0..<0x20, 0x7F: index = drop(index..<index + 1, "The character \(Self.name(UInt32(bytes[index])))")
            case UInt8(ascii: "<") where isLiteral == false && has("<![CDATA[", at: index):
                isLiteral = true
                index += 1
            case UInt8(ascii: "]") where isLiteral && has("]]>", at: index):
                isLiteral = false
                index += 1
            case UInt8(ascii: "&") where !isLiteral: index = repairReference(at: index)
            case UInt8(ascii: "="): index = dropEmbedded(at: index)
            case 0x80... where isUTF8: index = repairCharacter(at: index)
            default: index += 1
            }
        }
    }

    private func has(_ text: StaticString, at index: Int) -> Bool {
        text.withUTF8Buffer { bytes[index...].starts(with: $0) }
    }
}

// MARK: - Characters

extension XMLRepair {
    /// Checks the character that begins with a byte outside of ASCII. Returns the index after it.
    private mutating func repairCharacter(at index: Int) -> Int {
        let character = UTF8Character(bytes, at: index)
        let range = index..<index + character.length
        guard let scalar = character.scalar else {
            let text = character.length == 1 ? Windows1252.character(bytes[index]) : "\u{FFFD}"
            let hex = "0x" + String(bytes[index], radix: 16, uppercase: true)
            return replace(range, by: text ?? "", "The byte \(hex) is not UTF-8. It \(Self.reading(text)).")
        }
        if (0x80...0x9F).contains(scalar.value) { return replaceControl(range, scalar.value) }
        guard !scalar.isForbidden else { return drop(range, "The character \(Self.name(scalar.value))") }
        return range.upperBound
    }

    /// The control characters from U+0080 to U+009F are read as HTML reads them, as characters of Windows-1252
    /// (WHATWG HTML, section 13.2.5.80).
    private mutating func replaceControl(_ range: Range<Int>, _ value: UInt32) -> Int {
        let text = Windows1252.character(UInt8(value))
        return replace(
            range, by: text ?? "", "\(Self.name(value)) is a control character. It \(Self.reading(text)).")
    }

    private static func reading(_ text: String?) -> String {
        text.map {
            $0 == "\u{FFFD}"
                ? "is replaced by U+FFFD"
                : "is read as \(Self.name($0.unicodeScalars.first?.value ?? 0)), as in Windows-1252"
        }
            ?? "is dropped"
    }

    private static func name(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

// MARK: - References

extension XMLRepair {
    private mutating func repairReference(at index: Int) -> Int {
        let name = bytes[(index + 1)...].prefix(40).prefix { byte in
            byte == UInt8(ascii: "#") || byte.isASCIIAlphanumeric
        }
        guard !name.isEmpty, name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ";") else {
            return index + 1
        }
        let range = index..<name.endIndex + 1
        let text = String(decoding: name, as: UTF8.self)
        guard text.hasPrefix("#") else { return repairName(text, range) }
        let digits = text.dropFirst()
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        guard digits.count > 1 || !isHexadecimal,
            digits.dropFirst(isHexadecimal ? 1 : 0).allSatisfy({ isHexadecimal ? $0.isHexDigit : $0.isNumber })
        else { return range.upperBound }
        let value = UInt32(digits.dropFirst(isHexadecimal ? 1 : 0), radix: isHexadecimal ? 16 : 10)
        if let value, (0x80...0x9F).contains(value) { return replaceControl(range, value) }
        guard let scalar = value.flatMap(Unicode.Scalar.init), !scalar.isForbidden else {
            return drop(range, "The reference &\(text);")
        }
        return range.upperBound
    }

    /// Reads a name that HTML 4 defines and XML does not. Other names stay, and the parser refuses them.
    private mutating func repairName(_ name: String, _ range: Range<Int>) -> Int {
        guard !["lt", "gt", "amp", "quot", "apos"].contains(name), let entity = htmlEntityLookup(name) else {
            return range.upperBound
        }
        return replace(
            range, by: "&#\(entity.pointee.value);", "The name &\(name); is not defined in XML. It is read as in HTML.")
    }
}

// MARK: - Embedded files

extension XMLRepair {
    /// Empties an attribute that has a whole file as its value, such as `src="data:image/png;base64,…"`.
    private mutating func dropEmbedded(at index: Int) -> Int {
        let mark = bytes[(index + 1)...].prefix(20).firstIndex { !" \t\r\n".utf8.contains($0) } ?? index
        let start = mark + 1
        guard start < bytes.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[mark]),
            bytes[start...].prefix(5).elementsEqual("data:".utf8, by: { $0 | 0x20 == $1 || $0 == $1 }),
            let end = bytes[start...].firstIndex(of: bytes[mark]), end - start > Self.longestEmbedded
        else { return index + 1 }
        let lines = bytes[start..<end].count { $0 == UInt8(ascii: "\n") }
        let next = replace(
            start..<end, by: String(repeating: "\n", count: lines), "A file embedded in an attribute is dropped.")
        line += lines
        return next
    }
}

// MARK: - Writing

extension XMLRepair {
    private mutating func drop(_ range: Range<Int>, _ what: String) -> Int {
        replace(range, by: "", "\(what) is not allowed. It is dropped.")
    }

    /// Returns the end of the range.
    private mutating func replace(_ range: Range<Int>, by text: String, _ sentence: String) -> Int {
        out += bytes[copied..<range.lowerBound]
        out += text.utf8
        copied = range.upperBound
        if remarks.count < Self.mostRemarks { remarks.append(Remark(line: line, sentence)) }
        return range.upperBound
    }
}

extension Unicode.Scalar {
    /// Whether XML 1.0 (section 2.2) or the newsroom forbids the character.
    var isForbidden: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF: true
        default: value & 0xFFFE == 0xFFFE
        }
    }
}

extension UInt8 {
    fileprivate var isASCIIAlphanumeric: Bool {
        isASCIIDigit || (0x61...0x7A).contains(self | 0x20)
    }
}
