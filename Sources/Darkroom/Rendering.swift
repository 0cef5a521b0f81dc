import Foundation
import Newsroom

/// The file of a rendition in the work folder.
struct RenditionFile: Sendable {
    let format: Rendition.Format
    let width: Int
    let height: Int
    let file: URL

    /// Names the rendition after its bytes.
    func finished() throws -> FinishedRendition {
        let name = RenditionName.name(of: try Data(contentsOf: file), width: width, format: format)
        return FinishedRendition(
            rendition: Rendition(format: format, width: width, height: height, name: name), file: file)
    }
}

/// Makes the renditions of a picture: upright, in sRGB, with no metadata except its caption and credit.
struct Rendering: Sendable {
    static let usualWidths = [320, 640, 1024, 1600]
    /// The maximum height of a WebP picture, in pixels (RFC 6386, section 9.1).
    private static let greatestHeight = 16_383
    /// The picture, uncompressed and in the largest size that readers get. All renditions are made from this
    /// file, so that the original is decoded only once.
    private static let master = "master.tif"
    private static let flatMaster = "flat.tif"
    /// The pixels of the largest picture that is also made as AVIF. The encoder needs about 33 bytes for each.
    private static let mostPixelsInAVIF = 4_000_000

    let tools: ExternalTools
    let workFolder: WorkFolder
    var formats = Rendition.Format.allCases
    /// The widths to make, as far as the picture has them.
    var widths = Self.usualWidths

    /// Returns the renditions, narrowest first, with each width in every format. A very tall picture has no AVIF.
    func render(_ original: PictureHeader, crediting picture: IncomingPicture) async throws -> [RenditionFile] {
        let master = try await makeMaster(of: original)
        let widths = widths.filter { $0 < master.width } + [master.width]
        let isLarge = master.width * master.height > Self.mostPixelsInAVIF
        let formats = formats.filter { $0 != .avif || !isLarge }
        let names = try await withThrowingTaskGroup(of: String.self) { group in
            for width in widths {
                for format in formats {
                    group.addTask { try await make(format, width, from: master.file) }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        try await writeCredit(of: picture, into: names)
        return try await renditions(names)
    }

    private func makeMaster(of original: PictureHeader) async throws -> PictureHeader {
        let box = [
            "\(widths.max() ?? 0)", "--height", "\(Self.greatestHeight)", "--size", "down",
            // Refuses a file that ends early. Otherwise, part of its picture would be gray.
            "--fail-on", "truncated",
        ]
        // Color without a profile counts as sRGB, as in browsers. Gray needs no such profile.
        let colour = original.isGrey ? [] : ["--import-profile", "srgb", "--export-profile", "srgb"]
        _ = try await tools.open(
            "vips", ["thumbnail", OriginalFile.name, Self.master + "[strip]"] + box + colour, in: workFolder)
        let master = try await header(of: Self.master)
        guard master.bands <= 4 else { throw Refusal.notAPicture }
        guard master.isTransparent else { return master }
        // Transparent parts become white in all formats, so that all look the same.
        _ = try await tools.use(
            "vips", ["flatten", Self.master, Self.flatMaster, "--background", "255"], in: workFolder)
        return try await header(of: Self.flatMaster)
    }

    private func make(_ format: Rendition.Format, _ width: Int, from master: String) async throws -> String {
        let name = "\(width).\(format.fileExtension)"
        _ = try await tools.use(
            "vipsthumbnail", [master, "--size", "\(width)x", "-o", name + format.options], in: workFolder,
            loadsModules: format == .avif)
        return name
    }

    /// Removes all other metadata and writes the credit, in one run for all files.
    private func writeCredit(of picture: IncomingPicture, into names: [String]) async throws {
        let arguments = ["-config", "", "-q", "-q", "-m", "-overwrite_original", "-all="] + picture.creditArguments
        _ = try await tools.use("exiftool", arguments + ["--"] + names, in: workFolder)
    }

    private func renditions(_ names: [String]) async throws -> [RenditionFile] {
        // The files of a width differ in nothing but the format, and vips without modules reads no AVIF.
        let plain = Rendition.Format.jpeg.fileExtension
        let printed = try await tools.use("vipsheader", names.filter { $0.hasSuffix("." + plain) }, in: workFolder)
        return PictureHeader.all(in: printed).flatMap { header in
            let stem = header.file.dropLast(plain.count)
            return Rendition.Format.allCases.filter { names.contains(stem + $0.fileExtension) }.map {
                RenditionFile(
                    format: $0, width: header.width, height: header.height,
                    file: workFolder.file(stem + $0.fileExtension))
            }
        }.sorted { ($0.width, $0.format.rawValue) < ($1.width, $1.format.rawValue) }
    }

    private func header(of name: String) async throws -> PictureHeader {
        let printed = try await tools.use("vipsheader", [name], in: workFolder)
        guard let header = PictureHeader.all(in: printed).first else { throw Refusal.damagedPicture }
        return header
    }
}

extension Rendition.Format {
    /// Qualities at which the formats look alike and show no artifacts at reading distance. More effort makes AVIF no
    /// smaller.
    var options: String {
        switch self {
        case .avif: "[Q=58,effort=1,strip]"
        case .webp: "[Q=78,strip]"
        case .jpeg: "[Q=82,strip,interlace,optimize-coding]"
        }
    }
}
