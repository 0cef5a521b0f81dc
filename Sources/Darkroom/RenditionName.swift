import Crypto
import Foundation
import Newsroom

/// The name of a rendition: `<first 20 hexadecimal digits of its SHA-256>-<width>.<avif, webp or jpg>`.
enum RenditionName {
    static let digits = 20

    static func name(of bytes: Data, width: Int, format: Rendition.Format) -> String {
        "\(digest(of: bytes))-\(width).\(format.fileExtension)"
    }

    /// The first part of a name: the digest of the bytes.
    static func digest(of bytes: some DataProtocol) -> Substring {
        SHA256.hash(data: bytes).hexadecimal.prefix(digits)
    }

    /// The format of the rendition with a name; `nil` if the name does not have the form of a rendition's name.
    static func format(of name: some StringProtocol) -> Rendition.Format? {
        let bytes = Array(name.utf8)
        guard bytes.count > digits + 1, bytes.prefix(digits).allSatisfy(isHexadecimal),
            bytes[digits] == UInt8(ascii: "-")
        else { return nil }
        let parts = bytes[(digits + 1)...].split(
            separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, isWidth(parts[0]) else { return nil }
        return Rendition.Format.allCases.first { parts[1].elementsEqual($0.fileExtension.utf8) }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isWidth(_ digits: ArraySlice<UInt8>) -> Bool {
        (1...4).contains(digits.count) && digits.allSatisfy(isDigit) && digits.first != UInt8(ascii: "0")
    }
}

extension Rendition.Format {
    var fileExtension: String {
        switch self {
        case .avif: "avif"
        case .webp: "webp"
        case .jpeg: "jpg"
        }
    }
}
