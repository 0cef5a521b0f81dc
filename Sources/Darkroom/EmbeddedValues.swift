import Foundation
import Newsroom

/// The values that exiftool printed for one file, by group and tag. Converts them to text for pages.
struct EmbeddedValues: Decodable, Sendable {
    private static let longest = 5000

    private let values: [String: String]

    init(from decoder: any Decoder) throws {
        let printed = try decoder.singleValueContainer().decode([String: OneOrMore].self)
        values = printed.mapValues { $0.joined }
    }

    subscript(tag: String) -> String? { values[tag] }

    /// The text of the first tag that has any, as one line.
    func line(_ tags: String...) -> String? { first(tags) { $0.onOneLine } }

    /// The text of the first tag that has any, with its paragraphs.
    func text(_ tags: String...) -> String? { first(tags) { $0.withPlainLineEnds } }

    private func first(_ tags: [String], shape: (String) -> String) -> String? {
        for tag in tags {
            if let value = decoded(tag), let text = presentable(shape(value)) { return text }
        }
        return nil
    }

    /// exiftool reads IIM as Latin if the file specifies no character set. Much IIM text is UTF-8 anyway, so
    /// bytes that are valid UTF-8 are read as UTF-8.
    private func decoded(_ tag: String) -> String? {
        guard let value = values[tag], tag.hasPrefix("IPTC:"), values["IPTC:CodedCharacterSet"] == nil else {
            return values[tag]
        }
        return value.latinBytes.flatMap { String(data: $0, encoding: .utf8) } ?? value
    }

    /// The whole text or nothing, because a truncated notice could have another meaning.
    private func presentable(_ text: String) -> String? {
        let kept = text.printable.trimmed
        return kept.unicodeScalars.count > Self.longest || kept.hasNothingVisible ? nil : kept
    }
}

/// One value, or the list of values of a repeated tag.
private enum OneOrMore: Decodable {
    case one(String)
    case more([String])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let one = try? container.decode(String.self) {
            self = .one(one)
        } else {
            self = .more(try container.decode([String].self))
        }
    }

    /// The text without the mark that `EmbeddedReading` puts before each value.
    var joined: String {
        switch self {
        case .one(let value): String(value.dropFirst())
        case .more(let values): values.map { String($0.dropFirst()) }.filter { !$0.isEmpty }.joined(separator: ", ")
        }
    }
}

extension String {
    /// The bytes of this text in Windows-1252; `nil` if it contains other characters. The five code points
    /// that Windows-1252 leaves undefined become bytes of the same value.
    fileprivate var latinBytes: Data? {
        var bytes = Data()
        for scalar in unicodeScalars {
            if let byte = UInt8(exactly: scalar.value) {
                bytes.append(byte)
            } else if let encoded = String(scalar).data(using: .windowsCP1252) {
                bytes.append(encoded)
            } else {
                return nil
            }
        }
        return bytes
    }

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
