import Foundation

/// The bytes of a document, in an encoding that writes the characters of XML syntax as single ASCII bytes.
struct XMLSource {
    /// The maximum size of a document in bytes (20 MB). Checked before anything else.
    static let largest = 20_000_000

    let bytes: [UInt8]
    /// The encoding of the bytes, which overrides the document's own declaration. `nil` if the declaration
    /// applies.
    let encoding: String?
    let isUTF8: Bool

    init(_ document: Data) throws(Objection) {
        guard document.count <= Self.largest else { throw Self.tooLarge }
        if document.starts(with: [0xEF, 0xBB, 0xBF]) {
            bytes = Array(document.dropFirst(3))
            encoding = "UTF-8"
            isUTF8 = true
        } else if document.starts(with: [0xFE, 0xFF]) || document.starts(with: [0xFF, 0xFE]) {
            bytes = try Self.fromUTF16(document)
            encoding = "UTF-8"
            isUTF8 = true
        } else {
            var document = Self.startingWithDeclaration(document)
            var declared = Self.declaredEncoding(document)
            // A declaration of ASCII, or of UTF-16 without a byte order mark, is usually a mistake in a program
            // that writes UTF-8.
            let isMistaken = declared.map { $0.hasSuffix("ASCII") || $0.hasPrefix("UTF-16") } ?? false
            if isMistaken, document.prefix(4).allSatisfy({ $0 != 0 }),
                String(validating: document, as: UTF8.self) != nil
            {
                declared = nil
                document = Self.withoutEncoding(document)
            }
            try Self.check(declared)
            // Agencies that declare Latin-1 send the quotation marks and dashes of Windows-1252.
            let isLatin1 = declared.map(Self.latin1.contains) ?? false
            bytes = isLatin1 ? Self.fromWindows1252(document) : Array(document)
            isUTF8 = isLatin1 || declared?.hasPrefix("UTF") ?? true
            encoding = isLatin1 ? "UTF-8" : nil
        }
        // A file in UTF-16 without a byte order mark has a NUL byte beside its first character.
        guard !bytes.prefix(4).contains(0) else {
            throw Objection(line: 1, "The file begins with a NUL byte. UTF-16 needs a byte order mark.")
        }
    }

    private init(_ bytes: [UInt8], like other: XMLSource) {
        self.bytes = bytes
        encoding = other.encoding
        isUTF8 = other.isUTF8
    }

    /// A document in the same encoding with other bytes.
    func with(_ bytes: [UInt8]) -> XMLSource { XMLSource(bytes, like: self) }

    /// The same document with spaces in place of the bytes in `range`. Newlines stay, so that lines keep
    /// their numbers.
    func blanking(_ range: Range<Int>) -> XMLSource {
        var blank = bytes
        for index in range where blank[index] != UInt8(ascii: "\n") { blank[index] = UInt8(ascii: " ") }
        return with(blank)
    }

    static let tooLarge = Objection(line: 1, "The file is larger than 20 MB.")

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
            throw Objection(line: 1, "The file begins as UTF-16, but is not valid UTF-16.")
        }
        return Array(text.utf8)
    }

    private static let latin1: Set<String> = ["ISO-8859-1", "ISO-LATIN-1", "US-ASCII", "ASCII", "WINDOWS-1252"]

    private static func fromWindows1252(_ document: Data) -> [UInt8] {
        document.flatMap { $0 < 0x80 ? [$0] : Array((Windows1252.character($0) ?? "").utf8) }
    }

    /// The encoding in the XML declaration, in capitals.
    private static func declaredEncoding(_ document: Data) -> String? {
        let head = String(decoding: document.prefix(200), as: UTF8.self)
        return head.prefixMatch(of: /\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"'<>]*)["']/).map { $0.1.uppercased() }
    }

    /// The document with its XML declaration first. White space before it moves behind it, so that lines keep
    /// their numbers.
    private static func startingWithDeclaration(_ document: Data) -> Data {
        let start = document.drop { " \t\r\n".utf8.contains($0) }
        guard start.startIndex > document.startIndex, start.starts(with: "<?xml ".utf8),
            let end = start.prefix(200).firstIndex(of: UInt8(ascii: ">"))
        else { return document }
        return Data(start[...end] + document[..<start.startIndex] + start[(end + 1)...])
    }

    /// The document with spaces in place of its XML declaration.
    private static func withoutEncoding(_ document: Data) -> Data {
        guard let end = document.prefix(200).firstIndex(of: UInt8(ascii: ">")) else { return document }
        return Data(document[...end].map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") } + document[(end + 1)...])
    }

    /// Refuses a declared encoding that is not listed here. Encodings such as UTF-7 could hide a tag from
    /// code that reads bytes, and no agency uses them.
    private static func check(_ name: String?) throws(Objection) {
        guard let name else { return }
        let isKnown =
            latin1.contains(name) || ["UTF-8", "UTF8"].contains(name) || name.hasPrefix("ISO-8859-")
            || name.hasPrefix("WINDOWS-125")
        guard isKnown else {
            throw Objection(
                line: 1,
                "The encoding “\(name.prefix(40))” is not supported. Use UTF-8, UTF-16, ISO-8859 or Windows-125x.")
        }
    }
}
