/// An element of a parsed document, with its whole content.
struct XMLElement: Sendable {
    enum Child: Sendable {
        case element(XMLElement)
        case text(String)
    }

    let name: String
    let namespace: String
    let line: Int
    /// The attributes by local name. Prefixed attributes keep their prefix, as in `xml:lang`.
    var attributes: [String: String] = [:]
    var children: [Child] = []

    subscript(attribute: String) -> String? { attributes[attribute] }

    var elements: [XMLElement] {
        children.compactMap { child in
            if case .element(let element) = child { element } else { nil }
        }
    }

    /// The child elements with this name, in the same namespace as this element.
    func all(_ name: String) -> [XMLElement] {
        elements.filter { $0.name == name && $0.namespace == namespace }
    }

    /// The first element at a path of names, in the same namespace as this element.
    func first(_ path: String...) -> XMLElement? {
        var found: XMLElement? = self
        for name in path { found = found?.all(name).first }
        return found
    }

    /// The same tree with all names in lower case, as HTML compares them.
    var withLowercaseNames: XMLElement {
        var element = XMLElement(name: name.lowercased(), namespace: namespace, line: line, attributes: attributes)
        element.children = children.map { child in
            if case .element(let inner) = child { .element(inner.withLowercaseNames) } else { child }
        }
        return element
    }

    /// All text in the element, in order, with its white space.
    var text: String {
        children.reduce(into: "") { text, child in
            switch child {
            case .text(let part): text += part
            case .element(let element): text += element.name == "br" ? "\n" : element.text
            }
        }
    }

    /// The text on one line, or `nil` if it is empty.
    var words: String? {
        let words = text.collapsed
        return words.isEmpty ? nil : words
    }
}
