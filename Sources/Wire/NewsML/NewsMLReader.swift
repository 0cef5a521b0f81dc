package import Foundation
package import Newsroom

/// Reads NewsML-G2 (IPTC, 2.x): a news message, or a news item or package item by itself, from bytes to the values of the newsroom.
///
/// Nothing is ever fetched: no document type, no catalogue, no content that lies elsewhere.
package struct NewsMLReader: Sendable {
    static let namespace = "http://iptc.org/std/nar/2006-10-01/"

    private let language: Language

    /// - Parameter language: taken for a story that does not say what language it is in.
    package init(language: Language = .english) { self.language = language }

    /// All items of a document. Refused as a whole, with the line: more than 20 MB, document types and entities, elements deeper
    /// than 100, what is not well-formed or not NewsML-G2. Refused one by one: items of a class that is not published, without
    /// `guid` or `versionCreated`, without headline or text, under an embargo without an end, or with a field that is too long.
    package func read(_ document: Data, named file: String) -> WireDocument {
        var result = WireDocument()
        do throws(Objection) {
            let root = try XMLReader.read(XMLSource(document))
            for item in try items(in: root) {
                do throws(Objection) {
                    result.items.append(try read(item))
                } catch {
                    result.faults.append(error.fault(in: file))
                }
            }
        } catch {
            result.faults.append(error.fault(in: file))
        }
        return result
    }

    private func items(in root: XMLElement) throws(Objection) -> [XMLElement] {
        guard root.namespace == Self.namespace, root.name == "newsMessage" || root.name.hasSuffix("Item") else {
            throw Objection(
                line: root.line, "It is XML and not NewsML-G2: its first element is “\(root.name.prefix(60))”.")
        }
        guard root.name == "newsMessage" else { return [root] }
        let items = root.all("itemSet").flatMap(\.elements)
        guard !items.isEmpty else { throw Objection(line: root.line, "It is a message without items.") }
        return items
    }

    private func read(_ item: XMLElement) throws(Objection) -> WireItem {
        guard item.namespace == Self.namespace else {
            throw Objection(line: item.line, "This item is not NewsML-G2: “\(item.name.prefix(60))”.")
        }
        switch item.name {
        case "packageItem": return .package(try PackageReading.read(ItemHead(item)))
        case "newsItem":
            let head = try ItemHead(item)
            switch head.itemClass {
            case "text": return .story(try StoryReading.read(head, language: language))
            case "picture", "photo": return .picture(try PictureReading.read(head))
            case let other?:
                throw Objection(
                    line: item.line, "This item is of the class “\(other.prefix(60))”, which is not published here.")
            case nil: throw Objection(line: item.line, "This item does not say of what class it is (itemClass).")
            }
        default:
            throw Objection(
                line: item.line, "This item is a “\(item.name.prefix(60))”; only news items and packages are published."
            )
        }
    }
}
