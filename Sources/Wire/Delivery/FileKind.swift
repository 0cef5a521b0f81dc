import Foundation

/// The kind of a delivered file, judged by its first bytes. Names and extensions do not count.
enum FileKind {
    case document, picture, webPage, other

    /// The number of bytes that are enough to judge a file.
    static let headLength = 1_024

    init(head: Data) {
        if Self.pictures.contains(where: { head.starts(with: $0) }) || Self.isWebP(head) {
            self = .picture
        } else if Self.isWebPage(head) {
            self = .webPage
        } else {
            self = Self.startsTag(head) ? .document : .other
        }
    }

    private static func isWebPage(_ head: Data) -> Bool {
        let text = String(decoding: start(of: head).prefix(15), as: UTF8.self).lowercased()
        return text.hasPrefix("<!doctype html") || text.hasPrefix("<html")
    }

    /// The signatures of JPEG, PNG, GIF, and TIFF in both byte orders.
    private static let pictures: [[UInt8]] = [
        [0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], Array("GIF8".utf8),
        [0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A],
    ]

    private static func isWebP(_ head: Data) -> Bool {
        head.starts(with: "RIFF".utf8) && head.dropFirst(8).starts(with: "WEBP".utf8)
    }

    private static func startsTag(_ head: Data) -> Bool { start(of: head).first == UInt8(ascii: "<") }

    /// The text from the first character that is not white space, in UTF-8, or in UTF-16 after a byte order
    /// mark.
    private static func start(of head: Data) -> Data {
        var text = head
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { text = head.dropFirst(3) }
        if head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0xFF, 0xFE]) {
            text = Data(head.dropFirst(2).filter { $0 != 0 })
        }
        return text.drop { " \t\r\n".utf8.contains($0) }
    }
}
