/// The kinds of picture that are taken, told by their first bytes and never by a name.
enum PictureKind: String, Sendable {
    case jpeg, png, gif, webp, tiff

    /// How many bytes `init(head:)` looks at.
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

    /// The one libvips loader that may open it.
    var loader: String { rawValue + "load" }

    /// What exiftool may call it. Camera raw files begin as TIFF does and are told apart here.
    var mediaTypes: Set<String> {
        self == .png ? ["image/png", "image/apng"] : ["image/" + rawValue]
    }
}
