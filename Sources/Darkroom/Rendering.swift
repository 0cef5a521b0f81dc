import Newsroom

/// Makes the renditions of a picture: upright, in sRGB, with no metadata except its caption and credit.
struct Rendering: Sendable {
    /// The maximum height of a WebP picture, in pixels (RFC 6386, section 9.1).
    private static let greatestHeight = 16_383
    /// The pixels of the largest master, whose file has three bytes for each.
    private static let mostPixelsInMaster = 24_000_000
    /// The picture, uncompressed and in the largest size that its files need. All renditions are made from this
    /// file, so that the original is decoded only once.
    private static let master = "master.tif"
    private static let flatMaster = "flat.tif"

    let tools: ExternalTools
    let workFolder: WorkFolder
    let formats: [Rendition.Format]
    /// The widths to make of the full frame, as far as the picture has them.
    var widths = Picture.Crop.original.widths
    var framing = Framing()
    /// The size of the picture for which the framing was set; `nil` if it is this one.
    var earlierFrame: PixelSize?

    /// Returns the renditions of each crop, narrowest first, with each width in every format, and the framing that they
    /// have. A very tall picture has no AVIF.
    func render(
        _ original: PictureHeader, crediting picture: IncomingPicture
    ) async throws -> (files: [RenditionFile], framing: Framing) {
        let master = try await makeMaster(of: original)
        let kept = framing.kept(from: earlierFrame ?? master.size, to: master.size)
        let full = CropSource(.original, file: master.file, size: master.size, widths: widths)
        let sources = [full] + (try await makeCrops(of: master, kept))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for source in sources {
                for (width, format) in pairs(of: source) {
                    group.addTask { try await make(source, width, format) }
                }
            }
            try await group.waitForAll()
        }
        try await writeCredit(of: picture, into: sources)
        return (try await files(of: sources), kept)
    }

    private func makeMaster(of original: PictureHeader) async throws -> PictureHeader {
        let box = [
            "\(masterWidth(of: original))", "--height", "\(Self.greatestHeight)", "--size", "down",
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

    /// The width at which the widest file of each crop has the pixels of the original, as far as the master may be that
    /// large. The header does not say whether the picture lies on its side.
    private func masterWidth(of original: PictureHeader) -> Int {
        let usual = widths.max() ?? 0
        let (size, turned) = (original.size, PixelSize(width: original.height, height: original.width))
        let wanted = [size, turned].flatMap { frame in
            Picture.Crop.allCases.compactMap { crop in
                framing.area(of: crop, in: frame).map { (crop.widths.last ?? 0) * frame.width / $0.width }
            }
        }
        let most = (Double(Self.mostPixelsInMaster) / max(size.ratio, turned.ratio)).squareRoot()
        return max(usual, min(wanted.max() ?? 0, Int(most)))
    }

    private func makeCrops(of master: PictureHeader, _ framing: Framing) async throws -> [CropSource] {
        var sources: [CropSource] = []
        for crop in Picture.Crop.allCases {
            guard let area = framing.area(of: crop, in: master.size) else { continue }
            let file = crop.rawValue + ".tif"
            let numbers = [area.left, area.top, area.width, area.height].map(String.init)
            _ = try await tools.use("vips", ["crop", master.file, file] + numbers, in: workFolder)
            sources.append(
                CropSource(
                    crop, file: file, size: PixelSize(width: area.width, height: area.height), widths: crop.widths))
        }
        return sources
    }

    private func pairs(of source: CropSource) -> [(width: Int, format: Rendition.Format)] {
        source.widths.flatMap { width in source.formats(of: formats).map { (width, $0) } }
    }

    private func make(_ source: CropSource, _ width: Int, _ format: Rendition.Format) async throws {
        let name = "\(source.stem(width)).\(format.fileExtension)\(format.options)"
        _ = try await tools.use(
            "vipsthumbnail", [source.file, "--size", "\(width)x", "-o", name], in: workFolder,
            loadsModules: format == .avif)
    }

    /// Removes all other metadata and writes the credit, in one run for all files.
    private func writeCredit(of picture: IncomingPicture, into sources: [CropSource]) async throws {
        let names = sources.flatMap { source in
            pairs(of: source).map { "\(source.stem($0.width)).\($0.format.fileExtension)" }
        }
        let arguments = ["-config", "", "-q", "-q", "-m", "-overwrite_original", "-all="] + picture.creditArguments
        _ = try await tools.use("exiftool", arguments + ["--"] + names, in: workFolder)
    }

    private func files(of sources: [CropSource]) async throws -> [RenditionFile] {
        // The files of a width differ in nothing but the format, and vips without modules reads no AVIF.
        let ending = "." + Rendition.Format.jpeg.fileExtension
        let names = sources.flatMap { source in source.widths.map { source.stem($0) + ending } }
        let printed = try await tools.use("vipsheader", names, in: workFolder)
        let sizes = Dictionary(PictureHeader.all(in: printed).map { ($0.file, $0.size) }) { first, _ in first }
        return try sources.flatMap { source in
            try pairs(of: source).map { width, format in
                guard let size = sizes[source.stem(width) + ending] else { throw Refusal.damagedPicture }
                return RenditionFile(
                    crop: source.crop, format: format, width: size.width, height: size.height,
                    file: workFolder.file("\(source.stem(width)).\(format.fileExtension)"))
            }
        }
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
