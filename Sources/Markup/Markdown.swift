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
        root = text.withUTF8 { text in
            let root = MarkdownParsing.parse(text)
            FactBoxes.mark(in: MarkdownNode(pointer: root), of: text)
            return root
        }
        footnotes = Footnotes(takenFrom: MarkdownNode(pointer: root))
    }

    deinit {
        footnotes.free()
        cmark_node_free(root)
    }

    /// Calls `visit` for every node, on entering and on leaving it, except for nodes that are left out with
    /// everything in them. It does not recurse, so depth uses no stack.
    func walk(
        passingOver isLeftOut: (MarkdownNode) -> Bool, _ visit: (_ node: MarkdownNode, _ entering: Bool) -> Void
    ) {
        MarkdownNode(pointer: root).walk(passingOver: isLeftOut, visit)
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
    var firstChild: MarkdownNode? { cmark_node_first_child(pointer).map { MarkdownNode(pointer: $0) } }
    var lastChild: MarkdownNode? { cmark_node_last_child(pointer).map { MarkdownNode(pointer: $0) } }
    var next: MarkdownNode? { cmark_node_next(pointer).map { MarkdownNode(pointer: $0) } }

    /// Whether a quotation is a fact box, or a heading is the title of one.
    var isMarked: Bool {
        get { cmark_node_get_user_data(pointer) != nil }
        nonmutating set { cmark_node_set_user_data(pointer, UnsafeMutableRawPointer(bitPattern: newValue ? 1 : 0)) }
    }

    /// The text of a node with its bytes, which are valid UTF-8, because the parser replaces invalid bytes.
    var literalBytes: UnsafeBufferPointer<UInt8> {
        guard let literal = cmark_node_get_literal(pointer) else { return .init(start: nil, count: 0) }
        let bytes = UnsafeRawBufferPointer(start: literal, count: strlen(literal))
        return bytes.assumingMemoryBound(to: UInt8.self)
    }

    func walk(
        passingOver isLeftOut: (MarkdownNode) -> Bool = { _ in false },
        _ visit: (_ node: MarkdownNode, _ entering: Bool) -> Void
    ) {
        let iterator = cmark_iter_new(pointer)
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE else { return }
            guard let pointer = cmark_iter_get_node(iterator) else { continue }
            let node = MarkdownNode(pointer: pointer)
            if event == CMARK_EVENT_ENTER, isLeftOut(node) {
                cmark_iter_reset(iterator, pointer, CMARK_EVENT_EXIT)
            } else {
                visit(node, event == CMARK_EVENT_ENTER)
            }
        }
    }
}
