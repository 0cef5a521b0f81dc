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

    /// The warning with which exiftool says that the file ends early, for the kinds that libvips opens if only
    /// metadata is cut off: chunks at the end of PNG, or the values of a TIFF's first directory.
    var endsEarly: String? {
        switch self {
        case .png: "Truncated PNG"
        case .tiff: "Error reading value for IFD0"
        case .jpeg, .gif, .webp: nil
        }
    }

    /// The media types that exiftool may report. Camera raw files begin like TIFF, but exiftool reports
    /// another type for them.
    var mediaTypes: Set<String> {
        self == .png ? ["image/png", "image/apng"] : ["image/" + rawValue]
    }
}
