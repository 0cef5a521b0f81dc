import Foundation

/// The bytes of a document, in an encoding that writes the characters of XML syntax as single ASCII bytes.
struct XMLSource {
    /// The maximum size of a document in bytes (20 MB). Checked before anything else.
    static let largest = 20_000_000

    let bytes: [UInt8]
    /// The encoding of the bytes, which overrides the document's own declaration. `nil` if the declaration
    /// applies.
    let encoding: String?

    init(_ document: Data) throws(Objection) {
        guard document.count <= Self.largest else { throw Self.tooLarge }
        if document.starts(with: [0xEF, 0xBB, 0xBF]) {
            bytes = Array(document.dropFirst(3))
            encoding = "UTF-8"
        } else if document.starts(with: [0xFE, 0xFF]) || document.starts(with: [0xFF, 0xFE]) {
            bytes = try Self.fromUTF16(document)
            encoding = "UTF-8"
        } else {
            bytes = Array(document)
            encoding = nil
            try checkDeclaredEncoding()
        }
        if let place = bytes.firstIndex(of: 0) {
            throw Objection(line: line(at: place), "The file contains a NUL byte, which XML does not allow.")
        }
    }

    private init(bytes: [UInt8], encoding: String?) {
        self.bytes = bytes
        self.encoding = encoding
    }

    /// The same document with spaces in place of the bytes in `range`. Newlines stay, so that lines keep
    /// their numbers.
    func blanking(_ range: Range<Int>) -> XMLSource {
        var blank = bytes
        for index in range where blank[index] != UInt8(ascii: "\n") { blank[index] = UInt8(ascii: " ") }
        return XMLSource(bytes: blank, encoding: encoding)
    }

    static let tooLarge = Objection(line: nil, "The file is larger than 20 MB.")

    func line(at index: Int) -> Int {
        bytes[..<index].count { $0 == UInt8(ascii: "\n") } + 1
    }

    private static func fromUTF16(_ document: Data) throws(Objection) -> [UInt8] {
        let isBigEndian = document.first == 0xFE
        let body = Array(document.dropFirst(2))
        let units = stride(from: 0, to: body.count - 1, by: 2).map { index in
            let (one, other) = (UInt16(body[index]), UInt16(body[index + 1]))
            return isBigEndian ? one << 8 | other : other << 8 | one
        }
        guard body.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else {
            throw Objection(line: nil, "The file begins as UTF-16, but is not valid UTF-16.")
        }
        return Array(text.utf8)
    }

    /// Refuses a declared encoding that is not listed here. Encodings such as UTF-7 could hide a tag from
    /// code that reads bytes, and no agency uses them.
    private func checkDeclaredEncoding() throws(Objection) {
        let head = String(decoding: bytes.prefix(200), as: UTF8.self)
        guard let declaration = head.prefixMatch(of: /\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"'<>]*)["']/) else {
            return
        }
        let name = declaration.1.uppercased()
        let isKnown =
            ["UTF-8", "UTF8", "US-ASCII", "ASCII", "ISO-LATIN-1"].contains(name)
            || name.hasPrefix("ISO-8859-") || name.hasPrefix("WINDOWS-125")
        guard isKnown else {
            throw Objection(
                line: 1,
                "The encoding “\(name.prefix(40))” is not supported. Use UTF-8, UTF-16, ISO-8859 or Windows-125x.")
        }
    }
}
