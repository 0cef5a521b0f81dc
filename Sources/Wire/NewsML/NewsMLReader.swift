package import Foundation
package import Newsroom

/// Reads NewsML-G2 (IPTC, 2.x) into values of the newsroom. A document is a news message, or a single news
/// item or package item.
///
/// Nothing is ever fetched: no document type, no catalog, no remote content.
package struct NewsMLReader: Sendable {
    static let namespace = "http://iptc.org/std/nar/2006-10-01/"

    private let language: Language
    private let zones: ProviderZones

    /// - Parameters:
    ///   - language: used for a story that does not state its language.
    ///   - zones: used for dates that do not state their zone.
    package init(language: Language = .english, zones: ProviderZones = ProviderZones(site: .gmt)) {
        self.language = language
        self.zones = zones
    }

    /// Reads all items of a document.
    ///
    /// A whole document is refused if it is larger than 20 MB, has an unsupported encoding, uses
    /// unknown entities, nests elements deeper than 100, has a huge tag (`XMLGate`), is not well-formed or is not
    /// NewsML-G2. The fault contains the line number.
    ///
    /// For example, a single item is refused if its class is not imported, if it has no `guid`, no
    /// `versionCreated`, no headline or no text, if it is under an embargo without an end, or if a field is
    /// too long.
    package func read(_ document: Data, named file: String) -> WireDocument {
        var result = WireDocument()
        do throws(Objection) {
            let document = try XMLReader.read(XMLSource(document))
            result.assumptions = document.remarks.map { $0.assumption(in: file) }
            for item in try items(in: document.root) {
                do throws(Objection) {
                    let read = try read(item)
                    result.items.append(WireDocument.Entry(item: read.item, line: item.line))
                    result.assumptions += read.remarks.map { $0.assumption(in: file) }
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
                line: root.line, "The file is XML, but not NewsML-G2: its root element is “\(root.name.prefix(60))”.")
        }
        guard root.name == "newsMessage" else { return [root] }
        let items = root.all("itemSet").flatMap(\.elements)
        guard !items.isEmpty else { throw Objection(line: root.line, "The news message has no items.") }
        return items
    }

    private func read(_ item: XMLElement) throws(Objection) -> (item: WireItem, remarks: [Remark]) {
        guard item.namespace == Self.namespace else {
            throw Objection(line: item.line, "This item is not NewsML-G2: its element is “\(item.name.prefix(60))”.")
        }
        switch item.name {
        case "packageItem":
            let head = try ItemHead(item, zones: zones)
            return (.package(try PackageReading.read(head)), head.remarks)
        case "newsItem":
            let head = try ItemHead(item, zones: zones)
            switch head.itemClass {
            case "text":
                let reading = try StoryReading(head, language: language)
                return (.story(reading.story), reading.remarks)
            case "picture", "photo": return (.picture(try PictureReading.read(head)), head.remarks)
            case let other?:
                throw Objection(
                    line: item.line,
                    "The class of this item is “\(other.prefix(60))”; only text and pictures are imported.")
            case nil: throw Objection(line: item.line, "This item has no class (itemClass).")
            }
        default:
            throw Objection(
                line: item.line,
                "This item is a “\(item.name.prefix(60))”; only news items and packages are imported."
            )
        }
    }
}
