/// A picture in a story's gallery, with its texts and the files that show it.
package struct Picture: Sendable, Hashable {
    package typealias ID = Identifier<Picture>

    package let id: ID
    package let guid: String?
    package let caption: WireText
    /// A description for people who cannot see the picture.
    package let alternativeText: WireText
    package let provenance: Provenance
    /// Narrowest first. Each width exists in each format.
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

    package func renditions(as format: Rendition.Format) -> [Rendition] {
        renditions.filter { $0.format == format }.sorted { $0.width < $1.width }
    }
}

/// One file of a picture: upright, without location data, in one width and format.
package struct Rendition: Sendable, Hashable, Codable {
    package enum Format: String, Sendable, CaseIterable, Codable {
        case webp, jpeg

        package var mediaType: String { "image/" + rawValue }
    }

    package let format: Format
    package let width: Int
    package let height: Int
    /// The file's name below `/pictures/`, derived from its content: the same name always means the same
    /// bytes.
    package let name: String

    package init(format: Format, width: Int, height: Int, name: String) {
        self.format = format
        self.width = width
        self.height = height
        self.name = name
    }
}
