import Newsroom

/// Looks at a picture's header before any of its pixels is decoded.
struct Inspection: Sendable {
    static let longestSide = 20_000
    static let mostPixels = 50_000_000

    let tools: Toolbox
    let bench: Workbench

    /// The original's header. Refuses what is over the limits, and what libvips takes for another kind than its first bytes say.
    func pass(_ negative: Negative) async throws -> PictureHeader {
        let printed = try await tools.open("vipsheader", [Negative.name], on: bench)
        guard let header = PictureHeader.all(in: printed).first else { throw Refusal.damagedPicture }
        // libvips chooses its loader by the same look at the same bytes each time: later runs use this one too.
        guard header.loader == negative.kind.loader else { throw Refusal.notAPicture }
        // The sides come first: after that their product cannot overflow.
        guard header.width <= Self.longestSide, header.height <= Self.longestSide,
            header.width * header.height <= Self.mostPixels
        else { throw Refusal.tooManyPixels }
        return header
    }
}

/// A line of `vipsheader`: `original: 450x600 uchar, 3 bands, srgb, jpegload`.
struct PictureHeader: Sendable {
    let file: String
    let width: Int
    let height: Int
    let bands: Int
    let loader: String

    /// One band of brightness, perhaps a second one of transparency.
    var isGrey: Bool { bands <= 2 }
    var isTransparent: Bool { bands == 2 || bands == 4 }

    static func all(in printed: String) -> [PictureHeader] {
        printed.matches(of: /(?m)^([\w.]+): (\d+)x(\d+) \w+, (\d+) bands?, [\w-]+, (\w+)/).compactMap { line in
            let (_, file, width, height, bands, loader) = line.output
            guard let width = Int(width), let height = Int(height), let bands = Int(bands) else { return nil }
            return PictureHeader(
                file: String(file), width: width, height: height, bands: bands, loader: String(loader))
        }
    }
}
