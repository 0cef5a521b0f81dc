import CCMarkGFM

/// A parsed CommonMark text, as stories use it: it is parsed once, then shown as HTML or plain text. Raw HTML
/// is never passed through; it is shown as text.
package final class Markdown {
    private let root: OpaquePointer

    /// Parses a text. Every text is valid CommonMark, so nothing is refused.
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

    /// Calls `visit` for every node, on entering and on leaving it. It does not recurse, so depth uses no
    /// stack.
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

/// A node of the parsed text, valid only during a walk.
struct MarkdownNode {
    let pointer: OpaquePointer

    var kind: cmark_node_type { cmark_node_get_type(pointer) }
    var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }
    var address: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
    var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
}
