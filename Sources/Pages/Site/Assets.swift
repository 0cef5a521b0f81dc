package import Markup

/// A file that pages refer to, served from memory.
package struct Asset: Sendable {
    /// The name contains a hash of the content. The same name always means the same bytes, so browsers may
    /// cache the file forever.
    package let name: String
    package let mediaType: String
    package let bytes: [UInt8]

    package var address: SafeURL { SafeURL(path: ["assets", name]) }

    init(stem: String, ending: String, mediaType: String, bytes: [UInt8]) {
        name = "\(stem).\(Self.fingerprint(bytes)).\(ending)"
        self.mediaType = mediaType
        self.bytes = bytes
    }

    /// A script. Its imports name other scripts as files in the same folder (`"./journal.js"`); the address of
    /// each import contains the hash of that script.
    init(script stem: String, bytes: [UInt8], imports: [Asset] = []) {
        let text = imports.reduce(String(decoding: bytes, as: UTF8.self)) { text, script in
            let stem = script.name.prefix { $0 != "." }
            return text.replacing("\"./\(stem).js\"", with: "\"./\(script.name)\"")
        }
        self.init(stem: stem, ending: "js", mediaType: "text/javascript; charset=utf-8", bytes: Array(text.utf8))
    }

    /// FNV-1a with 64 bits. It distinguishes versions of a file, but does not protect against forgery.
    private static func fingerprint(_ bytes: [UInt8]) -> String {
        let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 36)
    }
}

/// The style sheet, the scripts and the icon of the site.
package enum Assets {
    package static let stylesheet = Asset(
        stem: "broadsheet", ending: "css", mediaType: "text/css; charset=utf-8",
        bytes: PackageResources.broadsheet_css)
    package static let script = Asset(
        script: "broadsheet", bytes: PackageResources.broadsheet_js, imports: [journal])
    /// Follows the discussion below a story while the page is open.
    package static let live = Asset(script: "live", bytes: PackageResources.live_js)
    /// Follows the entries of a live story; `live` tells it what has changed.
    package static let entries = Asset(script: "entries", bytes: PackageResources.entries_js)
    package static let icon = Asset(
        stem: "broadsheet", ending: "svg", mediaType: "image/svg+xml", bytes: PackageResources.broadsheet_svg)

    /// For browsers that ask for `/favicon.ico`, and for phones.
    package static let favicon = Asset(
        stem: "favicon", ending: "ico", mediaType: "image/x-icon", bytes: PackageResources.favicon_ico)
    package static let touchIcon = Asset(
        stem: "touch-icon", ending: "png", mediaType: "image/png", bytes: PackageResources.touch_icon_png)
    /// The logo of the publisher for search engines.
    package static let logo = Asset(
        stem: "logo", ending: "png", mediaType: "image/png", bytes: PackageResources.logo_png)

    /// The sides of the square icons, in pixels.
    package static let touchIconSide = 180
    package static let logoSide = 512

    /// Uploads pictures with progress.
    static let uploading = Asset(script: "uploading", bytes: PackageResources.uploading_js)

    /// Sets the focal point and the crops of a picture with a pointer or with keys.
    static let framing = Asset(script: "framing", bytes: PackageResources.framing_js)

    /// Copies a selected passage of a comment into the form that blacks it out.
    static let redacting = Asset(script: "redacting", bytes: PackageResources.redacting_js)

    /// Asks before a page is left while a form has unsaved changes.
    static let unsaved = Asset(script: "unsaved", bytes: PackageResources.unsaved_js)

    /// Decides cases one after another with a key each.
    static let queue = Asset(script: "queue", bytes: PackageResources.queue_js)
    /// Selects cases in the list with keys.
    static let selecting = Asset(script: "selecting", bytes: PackageResources.selecting_js)

    package static let all =
        [
            stylesheet, script, live, entries, uploading, framing, queue, selecting, redacting, unsaved, icon,
            touchIcon, logo,
        ]
        + writingScripts
}
