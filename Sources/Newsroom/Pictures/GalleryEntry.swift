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
