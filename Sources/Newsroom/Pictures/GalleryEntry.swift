/// A picture in the gallery of a story or a draft. Its caption may differ from that in the library; the credit never
/// does.
package struct GalleryEntry: Sendable, Hashable {
    package let picture: Picture.ID
    /// The caption for this story; `nil` for that of the library.
    package let caption: String?

    package init(_ picture: Picture.ID, caption: String? = nil) {
        self.picture = picture
        self.caption = caption
    }
}

/// The line of a form.
extension GalleryEntry {
    private static let captionRule = TextRule(.caption, field: "gallery", maximum: 2_000)

    /// Reads `12: A caption`; `nil` if the line has no number and colon. Refuses a caption with `invalid`.
    init?(line: String) throws(Refusal) {
        guard let colon = line.firstIndex(of: ":"),
            let picture = Picture.ID(path: String(line[..<colon]).trimmed)
        else { return nil }
        self.init(picture, caption: try Self.captionRule.acceptOptional(String(line[line.index(after: colon)...])))
    }

    var line: String { caption.map { "\(picture): \($0.inOneLine)" } ?? "\(picture)" }

    /// One line of numbers if there are no captions.
    static func lines(_ entries: [GalleryEntry]) -> [String] {
        if entries.isEmpty { return [] }
        let hasCaptions = entries.contains { $0.caption != nil }
        return hasCaptions ? entries.map(\.line) : [entries.map(\.line).joined(separator: " ")]
    }
}

/// Stored as the number alone if there is no caption, as older drafts have it.
extension GalleryEntry: Codable {
    private enum CodingKeys: String, CodingKey { case picture, caption }

    package init(from decoder: any Decoder) throws {
        if let number = try? decoder.singleValueContainer().decode(Int64.self) {
            self.init(Picture.ID(number))
        } else {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                Picture.ID(try values.decode(Int64.self, forKey: .picture)),
                caption: try values.decodeIfPresent(String.self, forKey: .caption))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        guard let caption else {
            var value = encoder.singleValueContainer()
            return try value.encode(picture.number)
        }
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(picture.number, forKey: .picture)
        try values.encode(caption, forKey: .caption)
    }
}
