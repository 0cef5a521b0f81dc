import Foundation
import Newsroom

/// The form of an item's text (NewsML-G2, `inlineXML` and `inlineData`).
enum ContentForm {
    case html(XMLElement)
    case nitf(XMLElement)
    case plain(String)

    /// `nil` if the content is remote, empty, not valid base64, or in a form that is not imported. Refuses NITF
    /// that is not well-formed, and HTML that exceeds the limits.
    init?(_ content: XMLElement) throws(Objection) {
        switch content.name {
        case "inlineXML" where !content.elements.isEmpty:
            guard let form = Self.form(of: content) else { return nil }
            self = form
        case "inlineXML", "inlineData":
            guard let text = Self.text(of: content) else { return nil }
            try self.init(text: text, of: content)
        default: return nil
        }
    }

    /// The form of markup. Its elements may also stand in the namespace of NewsML, or in none.
    private static func form(of content: XMLElement) -> ContentForm? {
        if let nitf = content.elements.first(where: { $0.namespace.hasPrefix(StoryBody.nitf) || $0.name == "nitf" }) {
            return .nitf(nitf)
        }
        let isHTML = content.elements.contains { element in
            element.namespace == StoryBody.xhtml
                || ["", NewsMLReader.namespace].contains(element.namespace)
                    && htmlNames.contains(element.name.lowercased())
        }
        guard isHTML else { return nil }
        return content.hasOnlyText ? .plain(content.textOfBody) : .html(content)
    }

    /// Text in a piece, which names its type or shows it.
    private init?(text: String, of content: XMLElement) throws(Objection) {
        let type = (content["contenttype"] ?? "").lowercased()
        let start = text.trimmed
        if type.contains("nitf") || start.hasPrefix("<nitf") {
            let nitf = try Self.nitf(start, line: content.line)
            self = .nitf(nitf)
        } else if type.contains("html") || Self.looksLikeHTML(start) {
            let html = try HTMLReader.read(text, line: content.line)
            self = html.hasOnlyText ? .plain(html.textOfBody) : .html(html)
        } else if type.isEmpty || type.hasPrefix("text/plain") || content.name == "inlineXML" {
            self = .plain(text)
        } else {
            return nil
        }
    }

    private static func nitf(_ text: String, line: Int) throws(Objection) -> XMLElement {
        do throws(Objection) {
            return try XMLReader.read(XMLSource(Data(text.utf8))).root
        } catch {
            guard case .unreadable(let sentence) = error.reason else { throw error }
            throw Objection(line: line + (error.line ?? 1) - 1, sentence)
        }
    }

    /// The text of a piece, decoded if it is in base64. `nil` if it has another encoding.
    private static func text(of content: XMLElement) -> String? {
        guard let encoding = content["encoding"]?.lowercased() else { return content.text }
        guard encoding.hasSuffix("base64"),
            let data = Data(base64Encoded: content.text, options: .ignoreUnknownCharacters),
            let text = String(data: data, encoding: .utf8)
        else { return nil }
        return text
    }

    /// Whether a text opens like HTML and has an element that HTML closes or that stands alone.
    private static func looksLikeHTML(_ text: String) -> Bool {
        guard text.hasPrefix("<") else { return false }
        let name = text.dropFirst().prefix { $0.isLetter || $0.isNumber }.lowercased()
        return htmlNames.contains(name) || text.dropFirst().lowercased().hasPrefix("!doctype html")
    }

    private static let htmlNames: Set<String> = [
        "html", "head", "body", "p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6",
        "ul",
        "ol", "dl", "pre", "blockquote", "table", "figure", "address", "span", "br", "hr", "em", "strong", "b", "i",
        "a",
    ]
}

extension XMLElement {
    /// The text without that of the head.
    fileprivate var textOfBody: String {
        children.reduce(into: "") { text, child in
            switch child {
            case .text(let part): text += part
            case .element(let element):
                text += ["head", "title"].contains(element.name.lowercased()) ? "" : element.textOfBody
            }
        }
    }

    /// Whether HTML has no markup but its frame, so that line ends separate the paragraphs.
    fileprivate var hasOnlyText: Bool {
        elements.allSatisfy { ["html", "head", "title", "body"].contains($0.name.lowercased()) && $0.hasOnlyText }
    }
}
