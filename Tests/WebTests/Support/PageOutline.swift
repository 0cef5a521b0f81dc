/// A strictly parsed page, as a list of its elements and texts. Every tag must be closed, every attribute in
/// double quotes, and every `<` and `&` in text written as a reference. Anything else throws, so that typed
/// text cannot become markup unnoticed.
struct PageOutline: Hashable {
    struct Element: Hashable {
        let name: String
        let attributes: [String: String]
        let depth: Int
        /// Whether it comes from the text of a comment.
        let isInComment: Bool
    }

    private(set) var elements: [Element] = []
    /// All text outside tags and scripts, with references resolved.
    private(set) var text = ""
    /// The content of `<script>` elements.
    private(set) var scripts: [String] = []
    /// The text directly inside each element, by its index in `elements`.
    private var contents: [Int: String] = [:]

    init(_ bytes: [UInt8]) throws {
        var reader = MarkupReader(bytes)
        var open: [(element: Element, place: Int)] = []
        try reader.expect("<!DOCTYPE html>")
        while let token = try reader.next() {
            switch token {
            case .text(let text):
                self.text += text
                contents[open.last?.place ?? -1, default: ""] += text
            case .script(let text): scripts.append(text)
            case .closing(let name):
                guard open.popLast()?.element.name == name else {
                    throw MarkupReader.Fault("</\(name)> closes nothing")
                }
            case .opening(let name, let attributes):
                let element = Element(
                    name: name, attributes: attributes, depth: open.count,
                    isInComment: open.last?.element.holdsComment == true)
                if !MarkupReader.void.contains(name) { open.append((element, elements.count)) }
                elements.append(element)
            }
        }
        guard open.isEmpty else { throw MarkupReader.Fault("\(open.map(\.element.name)) not closed") }
    }

    /// The elements with the names of their attributes, in order, without those from the text of a comment.
    var skeleton: [String] {
        elements.filter { !$0.isInComment }
            .map { "\($0.depth) \($0.name) \($0.attributes.keys.sorted().joined(separator: " "))" }
    }

    /// The elements inside comments: `p`, `a`, `em`, ….
    var commentMarkup: [Element] {
        elements.filter(\.isInComment)
    }

    /// The elements that have an attribute with this value.
    func all(_ attribute: String, _ value: String) -> [Element] {
        elements.filter { $0.attributes[attribute] == value }
    }

    /// The content of a form field. A text area loses its first line ending.
    func content(ofField name: String) -> String? {
        guard let place = elements.firstIndex(where: { $0.attributes["name"] == name || $0.attributes["id"] == name })
        else {
            return nil
        }
        guard elements[place].name == "textarea" else { return elements[place].attributes["value"] }
        let content = contents[place] ?? ""
        return content.hasPrefix("\n") ? String(content.dropFirst()) : content
    }

    /// The text of the first element with this class.
    func content(ofClass name: String) -> String? {
        elements.firstIndex { $0.attributes["class"]?.split(separator: " ").contains(Substring(name)) == true }
            .map { contents[$0] ?? "" }
    }

    /// The addresses of the page's links, forms and sources.
    var addresses: [String] {
        elements.flatMap { element in ["href", "action", "src"].compactMap { element.attributes[$0] } }
    }
}

extension PageOutline.Element {
    /// Whether its content comes from the text of a comment.
    fileprivate var holdsComment: Bool { isInComment || attributes["class"] == "comment-text" }
}
