import Darkroom
import Foundation
import HTTPServer
import HTTPTypes
import NIOCore
import Testing

/// A form with files, as browsers send it.
struct UploadBody {
    static let type = "multipart/form-data; boundary=----a-boundary"
    private(set) var bytes: [UInt8]

    init(bytes: [UInt8] = []) { self.bytes = bytes }

    /// Adds a file, or a field if it has no name.
    mutating func add(_ field: String, fileNamed name: String? = nil, _ content: some Sequence<UInt8>) {
        let file = name.map { "; filename=\"\($0)\"\r\nContent-Type: image/jpeg" } ?? ""
        bytes += Array("------a-boundary\r\nContent-Disposition: form-data; name=\"\(field)\"\(file)\r\n\r\n".utf8)
        bytes += Array(content) + Array("\r\n".utf8)
    }

    mutating func end() { bytes += Array("------a-boundary--\r\n".utf8) }

    /// The files of one field, and a revision before them.
    init(_ files: [(name: String, bytes: [UInt8])], revision: Int = 1) {
        self.init()
        add("revision", "\(revision)".utf8)
        for file in files { add("files", fileNamed: file.name, file.bytes) }
        end()
    }

    /// As the server passes it on.
    var stream: BodyStream {
        BodyStream(stride(from: 0, to: bytes.count, by: 16_384).map { ByteBuffer(bytes: bytes[$0...].prefix(16_384)) })
    }
}

extension TestBrowser {
    mutating func upload(
        _ files: [(name: String, bytes: [UInt8])], to path: String = "/desk/pictures", revision: Int = 1
    ) async -> Reply {
        await send(.post, path, type: UploadBody.type, .stream(UploadBody(files, revision: revision).stream))
    }
}

/// A small picture, made for these tests.
enum TestPicture {
    /// A JPEG of 48 by 36 pixels. Another comment makes another file, in other shades.
    static func jpeg(_ comment: String = "") -> [UInt8] {
        let text = Array(comment.utf8)
        var plain = plain
        // The first step of the quantization table (ITU-T T.81, B.2.4.1).
        plain[7] = UInt8(8 + text.reduce(0) { ($0 * 31 + Int($1)) % 97 })
        let segment = [0xFF, 0xFE, UInt8((text.count + 2) >> 8), UInt8((text.count + 2) & 0xFF)] + text
        return plain[..<2] + (comment.isEmpty ? [] : segment) + plain[2...]
    }

    /// The head of the same picture with other measures, and its small content.
    static func jpeg(width: Int, height: Int) -> [UInt8] {
        var bytes = plain
        // The frame header (ITU-T T.81, B.2.2): marker, length, precision, height, width.
        guard let frame = bytes.indices.dropLast().first(where: { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xC0 })
        else { return [] }
        (bytes[frame + 5], bytes[frame + 6]) = (UInt8(height >> 8), UInt8(height & 0xFF))
        (bytes[frame + 7], bytes[frame + 8]) = (UInt8(width >> 8), UInt8(width & 0xFF))
        return bytes
    }

    private static let plain = [UInt8](Data(base64Encoded: encoded) ?? Data())
    private static let encoded =
        "/9j/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBD"
        + "AQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAkADAD"
        + "ASIAAhEBAxEB/8QAGAABAQEBAQAAAAAAAAAAAAAABAMABQb/xAAZEAADAQEBAAAAAAAAAAAAAAAAAmEDBFH/xAAZAQADAAMAAAAA"
        + "AAAAAAAAAAADBAUCBgf/xAAYEQADAQEAAAAAAAAAAAAAAAAAAgMEAf/aAAwDAQACEQMRAD8A8GnPBCc8GpzwumEH2sAhoBJhC6c8"
        + "GphBCYQXaxXhoBJhC6YQamELphADWK8NBz0whdMINTCF054BaxzeGgGmELphBqYQunPBdrFeGgEnPBCYQYnPBCc8F2sVoaDloi+F"
        + "0RfDGMmNAh0QiL4XRF8MYXYrw6IRF8Loi+GMLsVodP/Z"
}

extension Trait where Self == ConditionTrait {
    /// Skips the test if the programs of the darkroom are missing. In continuous integration, the test fails instead.
    static var needsTools: Self {
        .enabled("libvips-tools and libimage-exiftool-perl are not installed") {
            let isContinuousIntegration = ProcessInfo.processInfo.environment["CI"] == "true"
            let missing = await Darkroom(folder: FileManager.default.temporaryDirectory).missingTools()
            return isContinuousIntegration || missing.isEmpty
        }
    }
}
