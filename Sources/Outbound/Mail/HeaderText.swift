import Foundation

/// Texts in the headers of a message. Nothing that is passed in can end a header: every other text than plain ASCII
/// is encoded (RFC 2047).
enum HeaderText {
    /// Lines of a message should have at most this many characters (RFC 5322, section 2.1.1).
    private static let longestLine = 76

    /// A text of words, such as the subject, for a header with this name.
    static func words(_ text: String, after name: String) -> String {
        let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
        if isPlain, name.utf8.count + 2 + text.utf8.count <= longestLine,
            text == text.trimmingCharacters(in: .whitespaces)
        {
            return text
        }
        return encoded(text, after: name)
    }

    /// The name of a sender (RFC 5322, section 3.2.5).
    static func phrase(_ text: String, after name: String) -> String {
        let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
        guard isPlain, name.utf8.count + 4 + text.utf8.count <= longestLine else { return encoded(text, after: name) }
        return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// Encoded words, one on each line. Each holds whole characters.
    private static func encoded(_ text: String, after name: String) -> String {
        let (prefix, suffix) = ("=?UTF-8?B?", "?=")
        var (chunks, chunk) = ([[UInt8]](), [UInt8]())
        // Base64 makes four characters of three bytes. The first line also has the name.
        var room = (longestLine - name.utf8.count - 2 - prefix.count - suffix.count) / 4 * 3
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if chunk.count + bytes.count > room {
                chunks.append(chunk)
                chunk = []
                room = (longestLine - 1 - prefix.count - suffix.count) / 4 * 3
            }
            chunk += bytes
        }
        if !chunk.isEmpty || chunks.isEmpty { chunks.append(chunk) }
        return chunks.map { prefix + Data($0).base64EncodedString() + suffix }.joined(separator: "\r\n ")
    }

    /// A time as in `Mon, 30 Nov 2026 14:30:05 +0000` (RFC 5322, section 3.3).
    static func date(_ date: Date) -> String {
        var (time, parts) = (time_t(date.timeIntervalSince1970.rounded(.down)), tm())
        gmtime_r(&time, &parts)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(days[Int(parts.tm_wday)]), \(parts.tm_mday) \(months[Int(parts.tm_mon)]) \(parts.tm_year + 1900) "
            + clock.joined(separator: ":") + " +0000"
    }
}
