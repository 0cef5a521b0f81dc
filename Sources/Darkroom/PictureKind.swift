/// The kinds of picture that the darkroom accepts. The first bytes decide, never the file name.
enum PictureKind: String, Sendable {
    case jpeg, png, gif, webp, tiff

    /// How many bytes `init(head:)` reads.
    static let headLength = 12

    init?(head: [UInt8]) {
        if head.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if head.starts(with: "GIF87a".utf8) || head.starts(with: "GIF89a".utf8) {
            self = .gif
        } else if head.starts(with: "RIFF".utf8), head.dropFirst(8).starts(with: "WEBP".utf8) {
            self = .webp
        } else if head.starts(with: [0x49, 0x49, 0x2A, 0x00]) || head.starts(with: [0x4D, 0x4D, 0x00, 0x2A]) {
            self = .tiff
        } else {
            return nil
        }
    }

    /// The only libvips loader that may open this kind.
    var loader: String { rawValue + "load" }

    /// The bytes at the end of a complete file, for a kind that libvips opens without them: the last chunk of
    /// PNG. Metadata may be missing before it, such as the credit.
    var endMark: [UInt8]? { self == .png ? Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82] : nil }

    /// The media types that exiftool may report. Camera raw files begin like TIFF, but exiftool reports
    /// another type for them.
    var mediaTypes: Set<String> {
        self == .png ? ["image/png", "image/apng"] : ["image/" + rawValue]
    }
}
