/// A picture in a story's gallery, with its texts and the files that show it.
package struct Picture: Sendable, Hashable {
    package typealias ID = Identifier<Picture>

    /// The part of a picture that a place shows. The page of a picture always shows the full frame.
    package enum Crop: String, Sendable, CaseIterable, Codable { case original, lead, card, square }

    package let id: ID
    package let guid: String?
    package let caption: WireText
    /// A description for people who cannot see the picture.
    package let alternativeText: WireText
    package let provenance: Provenance
    /// Narrowest first. Each width of a crop exists in each format that the crop has.
    package let renditions: [Rendition]

    package init(
        id: ID, guid: String?, caption: String, alternativeText: String, provenance: Provenance, renditions: [Rendition]
    ) {
        self.id = id
        self.guid = guid
        self.caption = WireText(caption)
        self.alternativeText = WireText(alternativeText)
        self.provenance = provenance
        self.renditions = renditions
    }

    /// The same picture with another caption, if there is one.
    package func captioned(_ caption: String?) -> Picture {
        guard let caption else { return self }
        return Picture(
            id: id, guid: guid, caption: caption, alternativeText: alternativeText.sent, provenance: provenance,
            renditions: renditions)
    }

    /// Whether it has files of its own for a crop.
    package func has(_ crop: Crop) -> Bool { renditions.contains { $0.crop == crop } }

    /// The files of a crop in one format, narrowest first; those of the full frame if the picture has no such crop.
    package func renditions(as format: Rendition.Format, in crop: Crop = .original) -> [Rendition] {
        let shown = has(crop) ? crop : .original
        return renditions.filter { $0.format == format && $0.crop == shown }.sorted { $0.width < $1.width }
    }
}

extension Picture.Crop {
    /// Width divided by height; `nil` for the full frame, which has that of the picture.
    package var ratio: Double? {
        switch self {
        case .original: nil
        case .lead: 3.0 / 2
        case .card: 4.0 / 3
        case .square: 1
        }
    }

    /// The widths of its files, as far as the picture has the pixels.
    package var widths: [Int] {
        switch self {
        case .original: [320, 640, 1024, 1600]
        case .lead: [640, 1024, 1600]
        case .card: [320, 640, 1024]
        case .square: [320, 640]
        }
    }
}

/// One file of a picture: upright, without location data, in one width and format.
package struct Rendition: Sendable, Hashable, Codable {
    package enum Format: String, Sendable, CaseIterable, Codable {
        case avif, webp, jpeg

        package var mediaType: String { "image/" + rawValue }
    }

    package let crop: Picture.Crop
    package let format: Format
    package let width: Int
    package let height: Int
    /// The file's name below `/pictures/`, derived from its content: the same name always means the same
    /// bytes.
    package let name: String

    package init(crop: Picture.Crop = .original, format: Format, width: Int, height: Int, name: String) {
        self.crop = crop
        self.format = format
        self.width = width
        self.height = height
        self.name = name
    }
}

extension Rendition {
    /// A stored file without a crop shows the full frame.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            crop: try values.decodeIfPresent(Picture.Crop.self, forKey: .crop) ?? .original,
            format: try values.decode(Format.self, forKey: .format), width: try values.decode(Int.self, forKey: .width),
            height: try values.decode(Int.self, forKey: .height), name: try values.decode(String.self, forKey: .name))
    }
}
