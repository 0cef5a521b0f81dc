import Newsroom

/// Checks a picture's header before any program decodes its pixels.
struct Inspection: Sendable {
    static let longestSide = 20_000
    static let mostPixels = 50_000_000

    let tools: ExternalTools
    let workFolder: WorkFolder

    /// Returns the original's header. Refuses a picture that exceeds the limits, or for which libvips reports
    /// a different kind than the first bytes of the file indicate.
    func inspect(_ original: OriginalFile) async throws -> PictureHeader {
        let printed = try await tools.open("vipsheader", [OriginalFile.name], in: workFolder)
        guard let header = PictureHeader.all(in: printed).first else { throw Refusal.damagedPicture }
        // libvips chooses its loader by the same bytes each time, so later runs use the same loader.
        guard header.loader == original.kind.loader else { throw Refusal.notAPicture }
        // Checks the sides first, so that their product cannot overflow.
        guard header.width <= Self.longestSide, header.height <= Self.longestSide,
            header.width * header.height <= Self.mostPixels
        else { throw Refusal.tooManyPixels }
        return header
    }
}

/// A line of output from `vipsheader`: `original: 450x600 uchar, 3 bands, srgb, jpegload`.
struct PictureHeader: Sendable {
    let file: String
    let width: Int
    let height: Int
    let bands: Int
    let loader: String

    var size: PixelSize { PixelSize(width: width, height: height) }
    /// One band is brightness. A second one may be transparency.
    var isGrey: Bool { bands <= 2 }
    /// Only for a picture in sRGB or gray. In CMYK, the fourth band is black.
    var isTransparent: Bool { bands == 2 || bands == 4 }

    static func all(in printed: String) -> [PictureHeader] {
        printed.matches(of: /(?m)^([\w.-]+): (\d+)x(\d+) \w+, (\d+) bands?, [\w-]+, (\w+)/).compactMap { line in
            let (_, file, width, height, bands, loader) = line.output
            guard let width = Int(width), let height = Int(height), let bands = Int(bands) else { return nil }
            return PictureHeader(
                file: String(file), width: width, height: height, bands: bands, loader: String(loader))
        }
    }
}
