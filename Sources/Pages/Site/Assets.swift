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
    package static let script = Asset(script: "broadsheet", bytes: PackageResources.broadsheet_js)
    /// Follows the discussion below a story while the page is open.
    package static let live = Asset(script: "live", bytes: PackageResources.live_js)
    /// Conveniences on the page where a story is written.
    package static let writing = Asset(
        script: "writing", bytes: PackageResources.writing_js, imports: writingParts)
    private static let journal = Asset(script: "journal", bytes: PackageResources.journal_js)
    private static let writingParts =
        [
            journal,
            Asset(script: "saving", bytes: PackageResources.saving_js, imports: [journal]),
            Asset(script: "counts", bytes: PackageResources.counts_js, imports: [tools]),
            Asset(script: "preview", bytes: PackageResources.preview_js, imports: [tools]),
        ] + typing
    private static let tools = Asset(script: "tools", bytes: PackageResources.tools_js)
    private static let editing = Asset(script: "editing", bytes: PackageResources.editing_js)
    private static let emphasis = Asset(script: "emphasis", bytes: PackageResources.emphasis_js, imports: [editing])
    private static let blocks = Asset(script: "blocks", bytes: PackageResources.blocks_js, imports: [editing])
    private static let escaping = Asset(script: "escaping", bytes: PackageResources.escaping_js)
    private static let cleaning = Asset(script: "cleaning", bytes: PackageResources.cleaning_js)
    private static let word = Asset(script: "word", bytes: PackageResources.word_js)
    private static let phrases = Asset(script: "phrases", bytes: PackageResources.phrases_js, imports: [escaping])
    private static let lists = Asset(script: "lists", bytes: PackageResources.lists_js)
    private static let tables = Asset(script: "tables", bytes: PackageResources.tables_js, imports: [cleaning])
    private static let converting = Asset(
        script: "converting", bytes: PackageResources.converting_js,
        imports: [cleaning, escaping, lists, phrases, tables, word])
    /// Buttons for Markdown, and pasting, which turns other text into Markdown.
    private static let typing = [
        tools, editing, emphasis, blocks, escaping, cleaning, word, phrases, lists, tables, converting,
        Asset(
            script: "toolbar", bytes: PackageResources.toolbar_js, imports: [tools, editing, emphasis, blocks]),
        Asset(script: "pasting", bytes: PackageResources.pasting_js, imports: [blocks, converting, editing, emphasis]),
    ]
    package static let icon = Asset(
        stem: "broadsheet", ending: "svg", mediaType: "image/svg+xml", bytes: PackageResources.broadsheet_svg)

    package static let all = [stylesheet, script, live, icon, writing] + writingParts
}
