import Foundation

/// Reads the markup of a page token by token. Throws at any markup that is not written in full.
struct MarkupReader {
    enum Token: Equatable {
        case text(String)
        case script(String)
        case opening(String, [String: String])
        case closing(String)
    }

    struct Fault: Error, CustomStringConvertible {
        let description: String

        init(_ description: String) { self.description = description }
    }

    static let void: Set<String> = ["meta", "link", "input", "img", "br", "hr", "source"]
    private static let references = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'"]

    private let bytes: [UInt8]
    private var place = 0
    private var isInScript = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next byte; 0 at the end.
    private var peek: UInt8 { place < bytes.count ? bytes[place] : 0 }

    mutating func expect(_ text: String) throws {
        guard bytes[place...].starts(with: text.utf8) else { throw fault("\(text) is missing") }
        place += text.utf8.count
    }

    mutating func next() throws -> Token? {
        guard place < bytes.count else { return nil }
        if isInScript { return try script() }
        guard peek == UInt8(ascii: "<") else {
            return .text(try resolved(take(upTo: UInt8(ascii: "<"))))
        }
        place += 1
        if peek == UInt8(ascii: "/") {
            place += 1
            let name = try name()
            try expect(">")
            return .closing(name)
        }
        return try opening()
    }

    private mutating func opening() throws -> Token {
        let name = try name()
        var attributes: [String: String] = [:]
        while peek == UInt8(ascii: " ") || peek == UInt8(ascii: "\n") {
            place += 1
            let (attribute, value) = try attribute()
            guard attributes.updateValue(value, forKey: attribute) == nil else { throw fault("\(attribute) twice") }
        }
        try expect(">")
        isInScript = name == "script"
        return .opening(name, attributes)
    }

    private mutating func attribute() throws -> (String, String) {
        let name = try name()
        guard peek == UInt8(ascii: "=") else { return (name, "") }
        try expect("=\"")
        let value = try resolved(take(upTo: UInt8(ascii: "\"")))
        try expect("\"")
        return (name, value)
    }

    private mutating func script() throws -> Token {
        let start = place
        while place < bytes.count, !bytes[place...].starts(with: "</".utf8) { place += 1 }
        isInScript = false
        return .script(String(decoding: bytes[start..<place], as: UTF8.self))
    }

    private mutating func name() throws -> String {
        let start = place
        while Self.nameBytes[Int(peek)] { place += 1 }
        guard place > start else { throw fault("a name is missing") }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private static let nameBytes: [Bool] = (0...255).map { byte in
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-:123456".utf8.contains(UInt8(byte))
    }

    private mutating func take(upTo byte: UInt8) -> ArraySlice<UInt8> {
        let start = place
        place = bytes.withUnsafeBytes { all in
            // Safe: the search ends with the array.
            guard let base = all.baseAddress, let found = memchr(base + start, Int32(byte), all.count - start) else {
                return all.count
            }
            return UnsafeRawPointer(found) - base
        }
        return bytes[start..<place]
    }

    /// Resolves the references of a text. Refuses a raw `<`, an `&` that begins no reference, invalid UTF-8,
    /// and characters that HTML cannot contain.
    private func resolved(_ raw: ArraySlice<UInt8>) throws -> String {
        guard let text = String(validating: raw, as: UTF8.self) else { throw fault("not UTF-8") }
        for byte in text.utf8 where Self.refused[Int(byte)] { throw fault("a raw byte \(byte)") }
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        let parts = text.utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
        var out = String(parts[0]) ?? ""
        for part in parts.dropFirst() {
            let name = part.prefix(5).prefix { $0 != UInt8(ascii: ";") }
            guard let character = Self.references[String(name) ?? ""] else { throw fault("a raw & before \(name)") }
            out += character
            out += String(part.dropFirst(name.count + 1)) ?? ""
        }
        return out
    }

    /// `<`, and the control characters that HTML cannot contain.
    private static let refused: [Bool] = (0...255).map { byte in
        byte == 0x3C || byte == 0x7F || (byte < 0x20 && ![0x09, 0x0A, 0x0D].contains(byte))
    }

    private func fault(_ what: String) -> Fault {
        let near = bytes[max(0, place - 60)..<min(bytes.count, place + 20)]
        return Fault("\(what) at byte \(place): …\(String(decoding: near, as: UTF8.self))…")
    }
}
