import Foundation

/// A value in a JSON text (RFC 8259), with the place where it begins. Foundation's parser does not tell the line of
/// a fault, and ignores names that occur twice.
struct JSONNode {
    enum Content {
        case object([(name: String, node: JSONNode)])
        case list([JSONNode])
        case text(String)
        /// As it is written.
        case number(String)
        case yesOrNo(Bool)
        case null
    }

    let content: Content
    let line: Int
}

/// A fault in a JSON text.
struct JSONFault: Error {
    let line: Int
    /// Counts characters from 1.
    let column: Int
    /// What is wrong there, as the end of a sentence.
    let words: String
}

/// Reads a JSON text.
struct JSONText {
    private static let deepest = 32

    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0
    /// The line of `position`.
    private var line = 1

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    static func read(_ bytes: [UInt8]) throws(JSONFault) -> JSONNode {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var text = JSONText(bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes)
        let node = try text.value()
        guard text.next == nil else { throw text.fault("there is something after the last brace") }
        return node
    }

    /// The next byte that is not white space.
    private var next: UInt8? {
        mutating get {
            while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
                if bytes[position] == 0x0A { line += 1 }
                position += 1
            }
            return position < bytes.count ? bytes[position] : nil
        }
    }

    private func fault(_ words: String, at place: Int? = nil) -> JSONFault {
        let before = bytes.prefix(place ?? position)
        let line = before.split(separator: 0x0A, omittingEmptySubsequences: false).last ?? []
        return JSONFault(
            line: before.count { $0 == 0x0A } + 1, column: String(decoding: line, as: UTF8.self).count + 1,
            words: words)
    }

    private mutating func value() throws(JSONFault) -> JSONNode {
        guard let first = next else { throw fault("the text ends too early") }
        guard depth < Self.deepest else { throw fault("there are too many levels") }
        depth += 1
        defer { depth -= 1 }
        let line = line
        let content: JSONNode.Content =
            switch first {
            case UInt8(ascii: "{"): .object(try object())
            case UInt8(ascii: "["): .list(try list())
            case UInt8(ascii: "\""): .text(try text())
            default: try word()
            }
        return JSONNode(content: content, line: line)
    }

    private mutating func object() throws(JSONFault) -> [(name: String, node: JSONNode)] {
        var members: [(name: String, node: JSONNode)] = []
        var names: Set<String> = []
        position += 1
        if take("}") { return [] }
        repeat {
            guard next == UInt8(ascii: "\"") else { throw fault("a name in quotes is missing") }
            let start = position
            let name = try text()
            guard names.insert(name).inserted else { throw fault("\(name) occurs twice", at: start) }
            guard take(":") else { throw fault("a colon is missing") }
            members.append((name, try value()))
        } while take(",")
        guard take("}") else { throw fault("a comma or a closing brace is missing") }
        return members
    }

    private mutating func list() throws(JSONFault) -> [JSONNode] {
        var nodes: [JSONNode] = []
        position += 1
        if take("]") { return [] }
        repeat { nodes.append(try value()) } while take(",")
        guard take("]") else { throw fault("a comma or a closing bracket is missing") }
        return nodes
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func text() throws(JSONFault) -> String {
        let start = position
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            guard bytes[position] >= 0x20 else { throw fault("a quotation mark is missing") }
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard position < bytes.count else { throw fault("a quotation mark is missing", at: start) }
        position += 1
        let written = Data(bytes[start..<position])
        guard let text = try? JSONDecoder().decode(String.self, from: written) else {
            throw fault("this text has a wrong escape, or is not UTF-8", at: start)
        }
        return text
    }

    private mutating func word() throws(JSONFault) -> JSONNode.Content {
        let start = position
        while position < bytes.count, !" \t\r\n,:{}[]\"".utf8.contains(bytes[position]) { position += 1 }
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        switch word {
        case "true", "false": return .yesOrNo(word == "true")
        case "null": return .null
        default:
            guard word.wholeMatch(of: /-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/) != nil else {
                throw fault("a value is missing, or not in quotes", at: start)
            }
            return .number(word)
        }
    }
}
