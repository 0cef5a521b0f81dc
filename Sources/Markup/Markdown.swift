import CCMarkGFM

/// CommonMark as a value, as stories have it: read once, shown as HTML or as plain text. Raw HTML is never passed
/// through; it is shown as the text that it is.
package final class Markdown {
    private let root: OpaquePointer

    /// Reads a text. Every text is CommonMark; nothing is refused.
    package init(_ text: String) {
        let parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_UNSAFE)
        defer { cmark_parser_free(parser) }
        var text = text
        text.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        root = cmark_parser_finish(parser)
    }

    deinit { cmark_node_free(root) }

    /// Calls `visit` for every node, entering and leaving, without recursion: depth costs no stack.
    func walk(_ visit: (_ node: MarkdownNode, _ entering: Bool) -> Void) {
        let iterator = cmark_iter_new(root)
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE else { return }
            guard let node = cmark_iter_get_node(iterator) else { continue }
            visit(MarkdownNode(pointer: node), event == CMARK_EVENT_ENTER)
        }
    }
}

/// A node of the parsed text, for the time of a walk.
struct MarkdownNode {
    let pointer: OpaquePointer

    var kind: cmark_node_type { cmark_node_get_type(pointer) }
    var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }
    var address: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
    var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
}
