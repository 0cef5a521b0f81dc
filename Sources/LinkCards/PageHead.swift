import CGumbo
import Newsroom

/// The parts of a page's head that a card shows: those of the Open Graph protocol (ogp.me), or else the page's own
/// title and description. Texts are cleaned and cut.
struct PageHead: Sendable, Hashable {
    private(set) var title: String?
    private(set) var description: String?
    private(set) var site: String?
    /// The address of the picture, as the page writes it.
    private(set) var picture: String?

    private static let longestAddress = 2_000

    /// `charset` is the encoding that the response names.
    init(_ page: [UInt8], charset: String? = nil) {
        let head = PageEncoding.decode(HeadScan(page).kept, charset: charset)
        var (metas, ownTitle): ([String: String], String?) = ([:], nil)
        GumboHead.read(head) { name, content in
            if let name { metas[name] = metas[name] ?? content } else { ownTitle = ownTitle ?? content }
        }
        let titles = [metas["og:title"], ownTitle].compactMap(\.self)
        title = titles.lazy.compactMap { CardText.clean($0, limit: 200) }.first
        description = (metas["og:description"] ?? metas["description"]).flatMap { CardText.clean($0, limit: 300) }
        site = metas["og:site_name"].flatMap { CardText.clean($0, limit: 60) }
        picture = (metas["og:image"] ?? metas["og:image:url"]).flatMap { address in
            address.utf8.count <= Self.longestAddress ? address.trimmed : nil
        }
    }
}

/// The one place that calls the HTML parser. The text comes from `HeadScan`, so it is short and flat.
private enum GumboHead {
    /// Calls `found` with each `meta` element and its content, and with the title, whose name is `nil`.
    static func read(_ head: String, _ found: (_ name: String?, _ content: String) -> Void) {
        var head = head
        head.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                var options = kGumboDefaultOptions
                options.max_errors = 0
                guard let start = characters.baseAddress,
                    let output = gumbo_parse_with_options(&options, start, characters.count)
                else { return }
                defer { gumbo_destroy_output(&options, output) }
                if let root = output.pointee.root { visit(root, found) }
            }
        }
    }

    /// The elements in the head and in the body: a `title` and `meta` elements are all that there is.
    private static func visit(
        _ root: UnsafeMutablePointer<GumboNode>, _ found: (_ name: String?, _ content: String) -> Void
    ) {
        for node in children(of: root).flatMap(children) {
            guard node.pointee.type == GUMBO_NODE_ELEMENT else { continue }
            switch node.pointee.v.element.tag {
            case GUMBO_TAG_META: meta(node.pointee.v.element, found)
            case GUMBO_TAG_TITLE:
                let text = children(of: node).first { $0.pointee.type == GUMBO_NODE_TEXT }
                if let text { found(nil, string(text.pointee.v.text.text)) }
            default: break
            }
        }
    }

    private static func meta(_ element: GumboElement, _ found: (_ name: String?, _ content: String) -> Void) {
        var attributes = element.attributes
        func value(_ name: String) -> String? {
            gumbo_get_attribute(&attributes, name).map { string($0.pointee.value) }
        }
        guard let name = value("property") ?? value("name"), let content = value("content") else { return }
        found(name.lowercased(), content)
    }

    private static func children(of node: UnsafeMutablePointer<GumboNode>) -> [UnsafeMutablePointer<GumboNode>] {
        guard node.pointee.type == GUMBO_NODE_ELEMENT else { return [] }
        let vector = node.pointee.v.element.children
        return (0..<Int(vector.length)).compactMap { vector.data?[$0]?.assumingMemoryBound(to: GumboNode.self) }
    }

    private static func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }
}
