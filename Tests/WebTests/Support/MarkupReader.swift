/// Reads the markup of a page token by token, and throws at anything that is not written in full.
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

    /// The byte that comes next; 0 at the end.
    private var peek: UInt8 { place < bytes.count ? bytes[place] : 0 }

    mutating func expect(_ text: String) throws {
        guard bytes[place...].starts(with: text.utf8) else { throw fault("\(text) is missing") }
        place += text.utf8.count
    }

    mutating func next() throws -> Token? {
        guard place < bytes.count else { return nil }
        if isInScript { return try script() }
        guard peek == UInt8(ascii: "<") else {
            return .text(try resolved(take { $0 != UInt8(ascii: "<") }))
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
        let value = try resolved(take { $0 != UInt8(ascii: "\"") })
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
        let name = take {
            $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") || "-:123456".utf8.contains($0)
        }
        guard !name.isEmpty else { throw fault("a name is missing") }
        return String(decoding: name, as: UTF8.self)
    }

    private mutating func take(while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = place
        while place < bytes.count, condition(bytes[place]) { place += 1 }
        return bytes[start..<place]
    }

    /// Text without references. Refuses a `<`, an `&` that begins none, bytes that are no UTF-8, and characters that HTML cannot hold.
    private func resolved(_ raw: ArraySlice<UInt8>) throws -> String {
        var out: [UInt8] = []
        var rest = raw
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "&"):
                let name = String(decoding: rest.prefix { $0 != UInt8(ascii: ";") }.prefix(5), as: UTF8.self)
                guard let character = Self.references[name] else { throw fault("a raw & before \(name)") }
                out += character.utf8
                rest = rest.dropFirst(name.utf8.count + 1)
            case UInt8(ascii: "<"), 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: throw fault("a raw byte \(byte)")
            default: out.append(byte)
            }
        }
        guard let text = String(validating: out, as: UTF8.self) else { throw fault("not UTF-8") }
        return text
    }

    private func fault(_ what: String) -> Fault {
        Fault(
            "\(what) at byte \(place): …\(String(decoding: bytes[max(0, place - 60)..<min(bytes.count, place + 20)], as: UTF8.self))…"
        )
    }
}
