import Foundation
import Newsroom

/// The file of a rendition in the work folder.
struct RenditionFile: Sendable {
    var crop = Picture.Crop.original
    let format: Rendition.Format
    let width: Int
    let height: Int
    let file: URL

    /// Names the rendition after its bytes.
    func finished() throws -> FinishedRendition {
        let name = RenditionName.name(of: try Data(contentsOf: file), width: width, format: format)
        return FinishedRendition(
            rendition: Rendition(crop: crop, format: format, width: width, height: height, name: name), file: file)
    }
}

/// An uncompressed picture in the work folder, from which the files of a crop are made.
struct CropSource: Sendable {
    /// The pixels of the largest picture that is also made as AVIF. The encoder needs about 33 bytes for each.
    private static let mostPixelsInAVIF = 4_000_000

    let crop: Picture.Crop
    let file: String
    let size: PixelSize
    /// The widths of the files, narrowest first. None is wider than the source.
    let widths: [Int]

    init(_ crop: Picture.Crop, file: String, size: PixelSize, widths: [Int]) {
        self.crop = crop
        self.file = file
        self.size = size
        let widest = min(size.width, widths.max() ?? 0)
        self.widths = widths.filter { $0 < widest } + [widest]
    }

    /// The name of a file without its ending.
    func stem(_ width: Int) -> String { "\(crop.rawValue)-\(width)" }

    /// The formats in which this crop is made, each in all widths.
    func formats(of possible: [Rendition.Format]) -> [Rendition.Format] {
        let widest = Double(widths.last ?? 0)
        let isLarge = widest * widest / size.ratio > Double(Self.mostPixelsInAVIF)
        return possible.filter { $0 != .avif || !isLarge }
    }
}
