package import Foundation
package import Markup

/// The description of the site for phones that put it on their home screen (W3C Web Application Manifest).
package struct WebManifest: Encodable, Sendable {
    package static let mediaType = "application/manifest+json"

    /// A picture that stands for the site.
    package struct Icon: Encodable, Sendable {
        let src: String
        let sizes: String
        let type: String

        /// A square of `side` pixels.
        package init(address: SafeURL, side: Int, mediaType: String) {
            src = address.text
            sizes = "\(side)x\(side)"
            type = mediaType
        }
    }

    let name: String
    let lang: String
    let dir: String
    let startURL = "/"
    let display = "browser"
    let backgroundColor: String
    let icons: [Icon]

    package init(name: String, language: String, direction: String, backgroundColor: String, icons: [Icon]) {
        self.name = name
        lang = language
        dir = direction
        self.backgroundColor = backgroundColor
        self.icons = icons
    }

    enum CodingKeys: String, CodingKey {
        case name, lang, dir, display, icons
        case startURL = "start_url"
        case backgroundColor = "background_color"
    }

    package func document() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}
