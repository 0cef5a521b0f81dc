import CCMarkGFM
import Foundation

/// A parsed text of a story: CommonMark with the tables, the strikethrough and the footnotes of GitHub Flavored
/// Markdown. It is parsed once, then shown as HTML or plain text. Raw HTML is never passed through; it is shown
/// as text.
package final class Markdown {
    let root: OpaquePointer
    /// The footnotes are not among the nodes of the text.
    let footnotes: Footnotes

    /// Parses a text. Every text is valid, so nothing is refused.
    package init(_ text: String) {
        var text = text
        root = text.withUTF8 { MarkdownParsing.parse($0) }
        footnotes = Footnotes(takenFrom: MarkdownNode(pointer: root))
    }

    deinit {
        footnotes.free()
        cmark_node_free(root)
    }

    /// Calls `visit` for every node, on entering and on leaving it. It does not recurse, so depth uses no
    /// stack.
    func walk(_ visit: (_ node: MarkdownNode, _ entering: Bool) -> Void) {
        MarkdownNode(pointer: root).walk(visit)
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
    var lastChild: MarkdownNode? { cmark_node_last_child(pointer).map { MarkdownNode(pointer: $0) } }

    /// The text of a node with its bytes, which are valid UTF-8, because the parser replaces invalid bytes.
    var literalBytes: UnsafeBufferPointer<UInt8> {
        guard let literal = cmark_node_get_literal(pointer) else { return .init(start: nil, count: 0) }
        let bytes = UnsafeRawBufferPointer(start: literal, count: strlen(literal))
        return bytes.assumingMemoryBound(to: UInt8.self)
    }

    func walk(_ visit: (_ node: MarkdownNode, _ entering: Bool) -> Void) {
        let iterator = cmark_iter_new(pointer)
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE else { return }
            guard let node = cmark_iter_get_node(iterator) else { continue }
            visit(MarkdownNode(pointer: node), event == CMARK_EVENT_ENTER)
        }
    }
}
