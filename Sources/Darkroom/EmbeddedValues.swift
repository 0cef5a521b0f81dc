import Foundation
import Newsroom

/// The values that exiftool printed for one file, by group and tag, and how they become text that can be shown.
struct EmbeddedValues: Decodable, Sendable {
    private static let longest = 5000

    private let values: [String: String]

    init(from decoder: any Decoder) throws {
        let printed = try decoder.singleValueContainer().decode([String: OneOrMore].self)
        values = printed.mapValues { $0.joined }
    }

    subscript(tag: String) -> String? { values[tag] }

    /// The first of the tags that says something, as one line.
    func line(_ tags: String...) -> String? { first(tags) { $0.onOneLine } }

    /// The first of the tags that says something, with its paragraphs.
    func text(_ tags: String...) -> String? { first(tags) { $0.withPlainLineEnds } }

    private func first(_ tags: [String], shape: (String) -> String) -> String? {
        for tag in tags {
            if let value = decoded(tag), let text = presentable(shape(value)) { return text }
        }
        return nil
    }

    /// IIM that does not name its characters is read as Latin; much of it is UTF-8 all the same, which shows when its bytes
    /// are valid as such.
    private func decoded(_ tag: String) -> String? {
        guard let value = values[tag], tag.hasPrefix("IPTC:"), values["IPTC:CodedCharacterSet"] == nil else {
            return values[tag]
        }
        return value.latinBytes.flatMap { String(data: $0, encoding: .utf8) } ?? value
    }

    /// Whole or not at all: a cut notice could say something else.
    private func presentable(_ text: String) -> String? {
        let kept = text.printable.trimmed
        return kept.unicodeScalars.count > Self.longest || kept.hasNothingVisible ? nil : kept
    }
}

/// A value or, of a tag that may repeat, a list of them.
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

    /// Without the mark that stands before each value.
    var joined: String {
        switch self {
        case .one(let value): String(value.dropFirst())
        case .more(let values): values.map { String($0.dropFirst()) }.filter { !$0.isEmpty }.joined(separator: ", ")
        }
    }
}

extension String {
    /// The bytes of which this is the reading as Latin (Windows 1252, whose five gaps stand for themselves).
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

    /// Without control characters (other than line ends and tabs) and code points that are no characters.
    fileprivate var printable: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.filter { scalar in
                    if scalar == "\n" || scalar == "\t" { return true }
                    return scalar.properties.generalCategory != .control && !scalar.isNoncharacter
                }))
    }

    /// White space folded, and nothing left that would reorder the line around it.
    fileprivate var onOneLine: String {
        String(String.UnicodeScalarView(unicodeScalars.filter { !$0.reordersText }))
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
