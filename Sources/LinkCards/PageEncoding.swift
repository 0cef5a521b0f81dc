import Foundation

/// Turns the bytes of a page into text. Bytes that no text has become U+FFFD.
enum PageEncoding {
    private static let encodings: [String: String.Encoding] = [
        "windows-1252": .windowsCP1252, "iso-8859-1": .windowsCP1252, "latin1": .windowsCP1252,
        "iso-8859-15": .windowsCP1252, "us-ascii": .windowsCP1252, "windows-1250": .windowsCP1250,
        "windows-1251": .windowsCP1251, "iso-8859-2": .isoLatin2, "shift_jis": .shiftJIS, "euc-jp": .japaneseEUC,
    ]

    /// Reads bytes in the encoding that the response names, or else the page itself; otherwise, and if they are not
    /// in this encoding, in UTF-8.
    static func decode(_ bytes: [UInt8], charset: String?) -> String {
        let named = (charset ?? own(bytes))?.lowercased()
        if let encoding = named.flatMap({ encodings[$0] }), let text = String(bytes: bytes, encoding: encoding) {
            return text
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The encoding that a `meta` element names (WHATWG HTML, section 13.2.3.2). The pattern is ASCII only.
    private static func own(_ bytes: [UInt8]) -> String? {
        let start = String(decoding: bytes.prefix(4_096), as: UTF8.self)
        return start.firstMatch(of: /(?i)charset\s*=\s*["']?([a-z0-9_.:\-]{1,40})/).map { String($0.output.1) }
    }
}
