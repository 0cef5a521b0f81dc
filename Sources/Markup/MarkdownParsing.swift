import CCMarkGFM
import Foundation

/// Parses the text of a story with the extensions that it needs: tables (GFM 0.29, section 4.10),
/// strikethrough (section 6.5, with two tildes) and footnotes.
enum MarkdownParsing {
    static func parse(_ text: UnsafeBufferPointer<UInt8>) -> OpaquePointer {
        let hasTables = text.has("|") && TableBounds.hold(in: text)
        guard text.has("~") else { return parse(text, hasTables: hasTables, hasTildes: false) }
        return oneAtATime.withLock { parse(text, hasTables: hasTables, hasTildes: true) }
    }

    /// While the library parses a text with strikethrough, the tilde is in a table of special characters that
    /// all its parsers share. So texts with tildes are parsed one at a time.
    private static let oneAtATime = NSLock()

    private static func parse(
        _ text: UnsafeBufferPointer<UInt8>, hasTables: Bool, hasTildes: Bool
    ) -> OpaquePointer {
        var options = CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_UNSAFE | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
        if Footnotes.mayOccur(in: text) { options |= CMARK_OPT_FOOTNOTES }
        let parser = cmark_parser_new(options)
        defer { cmark_parser_free(parser) }
        if hasTables { MarkdownExtensions.registered.attach("table", to: parser) }
        if hasTildes { MarkdownExtensions.registered.attach("strikethrough", to: parser) }
        text.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        return cmark_parser_finish(parser)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether an ASCII character occurs.
    func has(_ character: Unicode.Scalar) -> Bool {
        baseAddress.map { memchr($0, Int32(character.value), count) != nil } ?? false
    }
}

/// The library's extensions, and the kinds of nodes that they add.
struct MarkdownExtensions {
    let table, row, cell, strikethrough: cmark_node_type

    /// Registers the extensions once, because the library's own registration is not safe on several threads.
    static let registered = MarkdownExtensions()

    private init() {
        cmark_gfm_core_extensions_ensure_registered()
        table = cmark_kind_of_table()
        row = cmark_kind_of_table_row()
        cell = cmark_kind_of_table_cell()
        strikethrough = cmark_kind_of_strikethrough()
    }

    fileprivate func attach(_ name: String, to parser: OpaquePointer?) {
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
}

extension cmark_node_type {
    static var table: Self { MarkdownExtensions.registered.table }
    static var tableRow: Self { MarkdownExtensions.registered.row }
    static var tableCell: Self { MarkdownExtensions.registered.cell }
    static var strikethrough: Self { MarkdownExtensions.registered.strikethrough }
}
