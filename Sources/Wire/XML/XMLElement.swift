/// An element of a document that has been read, with all that is in it.
struct XMLElement: Sendable {
    enum Child: Sendable {
        case element(XMLElement)
        case text(String)
    }

    let name: String
    let namespace: String
    let line: Int
    /// By local name. Of namespaces only that of XML is kept apart: `xml:lang`.
    var attributes: [String: String] = [:]
    var children: [Child] = []

    subscript(attribute: String) -> String? { attributes[attribute] }

    var elements: [XMLElement] {
        children.compactMap { child in
            if case .element(let element) = child { element } else { nil }
        }
    }

    /// The children of one name in the same namespace as the element.
    func all(_ name: String) -> [XMLElement] {
        elements.filter { $0.name == name && $0.namespace == namespace }
    }

    /// The first element below, one name a step, in the same namespace as the element.
    func first(_ path: String...) -> XMLElement? {
        var found: XMLElement? = self
        for name in path { found = found?.all(name).first }
        return found
    }

    /// All text in it, in order, as it stands there.
    var text: String {
        children.reduce(into: "") { text, child in
            switch child {
            case .text(let part): text += part
            case .element(let element): text += element.text
            }
        }
    }

    /// Its text on one line; `nil` where that is empty.
    var words: String? {
        let words = text.collapsed
        return words.isEmpty ? nil : words
    }
}
