import Foundation
import Newsroom

/// A finished rendition that still lies on the workbench.
struct Print: Sendable {
    let format: Rendition.Format
    let width: Int
    let height: Int
    let file: URL

    /// Under the name that its bytes give it.
    func finished() throws -> FinishedPrint {
        let name = RenditionName.name(of: try Data(contentsOf: file), width: width, format: format)
        return FinishedPrint(
            rendition: Rendition(format: format, width: width, height: height, name: name), file: file)
    }
}

/// Makes the renditions of a picture: upright, sRGB, free of all metadata but its credit.
struct Printing: Sendable {
    private static let widths = [320, 640, 1024, 1600]
    /// The most that WebP can hold (RFC 6386, section 9.1).
    private static let greatestHeight = 16_383
    /// The picture, uncompressed and in the largest size that is shown: the original is decoded only once.
    private static let master = "master.tif"
    private static let flatMaster = "flat.tif"

    let tools: Toolbox
    let bench: Workbench

    /// The prints, narrowest first, every width in each format.
    func print(_ original: PictureHeader, crediting metadata: EmbeddedMetadata) async throws -> [Print] {
        let master = try await makeMaster(of: original)
        let widths = Self.widths.filter { $0 < master.width } + [master.width]
        let names = try await withThrowingTaskGroup(of: String.self) { group in
            for width in widths {
                for format in Rendition.Format.allCases {
                    group.addTask { try await make(format, width, from: master.file) }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        try await sign(names, with: metadata)
        return try await prints(names)
    }

    private func makeMaster(of original: PictureHeader) async throws -> PictureHeader {
        let box = ["--size", "\(Self.widths.max() ?? 0)x\(Self.greatestHeight)>"]
        // Colour that does not say what it is counts as sRGB, as it does in browsers. Grey has no such profile and is left.
        let colour = original.isGrey ? [] : ["--import-profile", "srgb", "--export-profile", "srgb"]
        _ = try await tools.open(
            "vipsthumbnail", [Negative.name] + box + colour + ["-o", Self.master + "[strip]"], on: bench)
        let master = try await header(of: Self.master)
        guard master.bands <= 4 else { throw Refusal.notAPicture }
        guard master.isTransparent else { return master }
        // What is transparent becomes white in both formats, so that they show the same.
        _ = try await tools.use("vips", ["flatten", Self.master, Self.flatMaster, "--background", "255"], on: bench)
        return try await header(of: Self.flatMaster)
    }

    private func make(_ format: Rendition.Format, _ width: Int, from master: String) async throws -> String {
        let name = "\(width).\(format.fileExtension)"
        _ = try await tools.use(
            "vipsthumbnail", [master, "--size", "\(width)x", "-o", name + format.options], on: bench)
        return name
    }

    /// Removes what is left of metadata and writes the credit, in one run for all.
    private func sign(_ names: [String], with metadata: EmbeddedMetadata) async throws {
        let arguments = ["-config", "", "-q", "-q", "-m", "-overwrite_original", "-all="] + metadata.creditArguments
        _ = try await tools.use("exiftool", arguments + ["--"] + names, on: bench)
    }

    private func prints(_ names: [String]) async throws -> [Print] {
        let printed = try await tools.use("vipsheader", names, on: bench)
        return PictureHeader.all(in: printed).flatMap { header in
            Rendition.Format.allCases.filter { header.file.hasSuffix("." + $0.fileExtension) }.map {
                Print(format: $0, width: header.width, height: header.height, file: bench.file(header.file))
            }
        }.sorted { ($0.width, $0.format.rawValue) < ($1.width, $1.format.rawValue) }
    }

    private func header(of name: String) async throws -> PictureHeader {
        let printed = try await tools.use("vipsheader", [name], on: bench)
        guard let header = PictureHeader.all(in: printed).first else { throw Refusal.damagedPicture }
        return header
    }
}

extension Rendition.Format {
    /// Qualities at which the two formats look alike and neither shows its traces at reading distance.
    fileprivate var options: String {
        switch self {
        case .webp: "[Q=78,strip]"
        case .jpeg: "[Q=82,strip,interlace,optimize-coding]"
        }
    }
}
