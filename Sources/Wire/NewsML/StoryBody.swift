import Newsroom

/// The text of an item from its `contentSet`: XHTML, NITF or plain text. The namespace of the body decides,
/// because agencies write many different values into `contenttype`.
struct StoryBody {
    static let xhtml = "http://www.w3.org/1999/xhtml"
    static let nitf = "http://iptc.org/std/NITF/"

    /// The element that holds the text. Faults in the text report the line of this element.
    let element: XMLElement
    let blocks: [Block]
    /// The headline from the NITF head. It and the fields below stand in for fields that the item leaves out.
    var headline: XMLElement?
    var byline: String?
    var dateline: String?
    var abstract: String?

    /// Refuses an item without readable text, unless the item is canceled.
    init(_ head: ItemHead) throws(Objection) {
        let contents = head.item.first("contentSet")?.elements ?? []
        let inline = contents.filter { $0.name == "inlineXML" }
        let inner = inline.flatMap(\.elements)
        try Self.checkSize(contents)
        if let html = inline.first(where: { $0.elements.contains { $0.namespace == Self.xhtml } }) {
            element = html
            blocks = BodyReader.blocks(in: html)
        } else if let nitf = inner.first(where: { $0.namespace.hasPrefix(Self.nitf) }) {
            element = nitf
            blocks = BodyReader.blocks(in: nitf.first("body", "body.content") ?? nitf)
            try readHead(of: nitf)
        } else if let plain = contents.first(where: \.isPlainText) {
            element = plain
            blocks = PlainParagraphs.blocks(of: plain.text)
        } else if head.isCanceled {
            element = head.item
            blocks = []
        } else {
            throw Self.objection(contents, inner, head)
        }
    }

    /// Refuses text with more bytes than any text that `FieldRule.body` allows, before any of it is
    /// processed.
    private static func checkSize(_ contents: [XMLElement]) throws(Objection) {
        for content in contents where content.text.utf8.count > 2_000_000 {
            throw Objection(line: content.line, "The text of this item is larger than 2 MB.")
        }
    }

    private mutating func readHead(of nitf: XMLElement) throws(Objection) {
        guard let head = nitf.first("body", "body.head") else { return }
        headline = head.first("hedline", "hl1") ?? head.first("hedline")
        byline = try FieldRule.byline.acceptOptional(head.first("byline")?.withoutTitles)
        dateline = head.first("dateline")?.words
        abstract = try FieldRule.standfirst.acceptOptional(head.first("abstract"))
    }

    private static func objection(_ contents: [XMLElement], _ inner: [XMLElement], _ head: ItemHead) -> Objection {
        if let other = inner.first {
            let namespace = other.namespace.isEmpty ? "without a namespace" : "in “\(other.namespace.prefix(80))”"
            return Objection(
                line: other.line,
                "The text of this item is neither XHTML nor NITF: “\(other.name.prefix(60))” \(namespace).")
        }
        if let data = contents.first(where: { $0.name == "inlineData" }) {
            let type = data["contenttype"].map { "of type “\($0.prefix(60))”" } ?? "without a type"
            return Objection(
                line: data.line,
                "The text of this item is data \(type); only unencoded plain text is imported.")
        }
        if let remote = contents.first(where: { $0.name == "remoteContent" }) {
            return Objection(
                line: remote.line, "The text of this item is remote content, which Broadsheet does not fetch.")
        }
        return Objection(line: head.item.line, "This item has no text.")
    }
}

extension XMLElement {
    fileprivate var isPlainText: Bool {
        name == "inlineData" && (self["contenttype"] ?? "text/plain").lowercased().hasPrefix("text/plain")
            && self["encoding"] == nil
    }

    /// An NITF byline without the authors' titles, unless it has nothing else (NITF 3.6, `byttl`).
    fileprivate var withoutTitles: XMLElement {
        var names = self
        names.children.removeAll { child in
            if case .element(let element) = child { element.name == "byttl" } else { false }
        }
        guard let words = names.words else { return self }
        names.children = [.text(words.hasSuffix(",") ? String(words.dropLast()) : words)]
        return names
    }
}
