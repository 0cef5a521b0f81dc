import Newsroom

/// The text of an item from its `contentSet`: HTML, NITF or plain text, as markup or as data. For markup, its
/// elements decide, because agencies write many different values into `contenttype`.
struct StoryBody {
    static let xhtml = "http://www.w3.org/1999/xhtml"
    static let nitf = "http://iptc.org/std/NITF/"

    /// The element that holds the text. Faults in the text report the line of this element.
    let element: XMLElement
    private(set) var blocks: [Block] = []
    private(set) var remarks: [Remark] = []
    /// Why the content has no blocks, if its form is the reason.
    private(set) var objection: Objection?
    /// The headline from the NITF head. It and the fields below stand in for fields that the item leaves out.
    private(set) var headline: XMLElement?
    private(set) var byline: String?
    private(set) var dateline: String?
    /// The text that the markup of the body calls a dateline.
    private(set) var markedDateline: String?
    /// The line at the end that NITF keeps apart from the text.
    private(set) var tagline: String?
    private(set) var abstract: String?

    /// Reads the first content of the item that has something to read. A body with nothing to read, or in a form
    /// that is not imported, has no blocks.
    init(_ head: ItemHead) throws(Objection) {
        let contents = head.item.first("contentSet")?.elements ?? []
        try Self.checkSize(contents)
        var readable: StoryBody?
        for content in Self.inLanguage(contents, head.language?.tag) {
            guard let form = try ContentForm(content) else { continue }
            let body = try StoryBody(form, in: content)
            readable = readable ?? body
            guard body.blocks.allSatisfy({ $0 == .gap }) else {
                self = body
                return
            }
        }
        if let readable {
            self = readable
        } else {
            element = head.item
            objection = Self.objection(contents)
        }
    }

    /// The contents in the language of the item, then those in other languages.
    private static func inLanguage(_ contents: [XMLElement], _ language: String?) -> [XMLElement] {
        func isOther(_ content: XMLElement) -> Bool {
            guard let tag = content["xml:lang"], let language else { return false }
            return tag.primaryLanguage != language.primaryLanguage
        }
        return contents.filter { !isOther($0) } + contents.filter(isOther)
    }

    /// The heading that opens the text.
    var heading: String? {
        var opening = blocks.first { $0 != .gap }
        if case .head(let inner) = opening { opening = inner.first { if case .heading = $0 { true } else { false } } }
        if case .heading(let text, _) = opening { return text.plain }
        return nil
    }

    private init(_ form: ContentForm, in content: XMLElement) throws(Objection) {
        element = content
        switch form {
        case .html(let html): read(html.withLowercaseNames)
        case .nitf(let nitf):
            read(nitf.first("body", "body.content") ?? nitf.first("body.content") ?? nitf)
            tagline = nitf.first("body", "body.end", "tagline")?.words
            try readHead(of: nitf)
        case .plain(let text):
            guard text.utf8.count(where: { $0 == UInt8(ascii: "\n") }) < 50_000 else {
                throw Objection(line: content.line, "The text of this item has more than 50,000 lines.")
            }
            blocks = PlainParagraphs.blocks(of: text)
        }
    }

    private mutating func read(_ markup: XMLElement) {
        let reader = BodyReader(markup)
        blocks += reader.blocks
        remarks += markup.pictureRemarks
        markedDateline = reader.dateline
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
        let bylines = head.all("byline").compactMap { $0.withoutTitles.words }
        byline = bylines.isEmpty ? nil : try FieldRule.byline.accept(bylines.joined(separator: ", "), in: head)
        dateline = head.first("dateline")?.words
        abstract = try FieldRule.standfirst.acceptOptional(head.first("abstract") ?? head.first("hedline", "hl2"))
    }

    private static func objection(_ contents: [XMLElement]) -> Objection? {
        if let other = contents.filter({ $0.name == "inlineXML" }).flatMap(\.elements).first {
            let namespace = other.namespace.isEmpty ? "without a namespace" : "in “\(other.namespace.prefix(80))”"
            return Objection(
                line: other.line,
                "The text of this item is neither HTML nor NITF: “\(other.name.prefix(60))” \(namespace).")
        }
        if let data = contents.first(where: { $0.name == "inlineData" }) {
            let type = data["contenttype"].map { "of type “\($0.prefix(60))”" } ?? "without a type"
            return Objection(
                line: data.line,
                "The text of this item is data \(type). Only plain text, HTML and NITF are imported.")
        }
        if let remote = contents.first(where: { $0.name == "remoteContent" }) {
            return Objection(
                line: remote.line, "The text of this item is remote content, which Broadsheet does not fetch.")
        }
        return nil
    }
}

extension XMLElement {
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
