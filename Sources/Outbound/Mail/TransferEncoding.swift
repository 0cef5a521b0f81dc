import Foundation
import Newsroom

/// A text as the body of a part: ASCII in lines of at most 76 characters (RFC 2045, section 6). Texts in Latin letters
/// stay readable in the file.
struct TransferEncoding {
    let name: String
    /// The lines, each with CR LF at its end.
    let body: String

    private static let longestLine = 76

    init(_ text: String) {
        let foreign = text.utf8.count { $0 >= 0x80 }
        let isBase64 = foreign * 6 > text.utf8.count
        name = isBase64 ? "base64" : "quoted-printable"
        body = isBase64 ? Self.base64(text) : Self.quotedPrintable(text)
    }

    private static func base64(_ text: String) -> String {
        Data(text.replacing("\n", with: "\r\n").utf8)
            .base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
            + "\r\n"
    }

    private static func quotedPrintable(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { quotedPrintable(line: $0) }
        if lines.last == "" { lines.removeLast() }
        return lines.map { $0 + "\r\n" }.joined()
    }

    /// Spaces at the end of a line are encoded, because relays remove them. So are a dot at its beginning, and the
    /// `F` of `From `, which old mailboxes change.
    private static func quotedPrintable(line: Substring) -> String {
        let bytes = Array(line.utf8)
        var (out, length) = ("", 0)
        for (index, byte) in bytes.enumerated() {
            let isLast = index == bytes.count - 1
            let isPlain =
                switch byte {
                case UInt8(ascii: " "), UInt8(ascii: "\t"): !isLast
                case UInt8(ascii: "="): false
                case UInt8(ascii: "."): length > 0
                case UInt8(ascii: "F"): length > 0 || !bytes.starts(with: "From ".utf8, by: ==)
                default: (0x21...0x7E).contains(byte)
                }
            let piece = isPlain ? String(UnicodeScalar(byte)) : "=" + [byte].hexadecimal.uppercased()
            // A line that goes on ends with an equals sign.
            if length + piece.count > longestLine - (isLast ? 0 : 1) {
                out += "=\r\n"
                length = 0
            }
            out += piece
            length += piece.count
        }
        return out
    }
}
