import Foundation
import Newsroom

/// Reads a picture item, without its file.
enum PictureReading {
    static func read(_ head: ItemHead) throws(Objection) -> IncomingPicture {
        let headlines = head.contentMeta?.all("headline")
        let headline = try FieldRule.headline.acceptOptional(headlines?.inLanguage(head.language?.tag))
        let caption = try FieldRule.caption.acceptOptional(description("caption", head))
        let text = CaptionText(caption ?? headline ?? "")
        return IncomingPicture(
            guid: head.guid, wireVersion: head.version, isCanceled: head.isCanceled,
            embargoedUntil: head.embargoedUntil, language: head.language, caption: text.caption, headline: headline,
            alternativeText: try FieldRule.caption.acceptOptional(description("alttext", head)),
            provenance: try provenance(head, text), fileNames: fileNames(head))
    }

    private static func description(_ role: String, _ head: ItemHead) -> XMLElement? {
        head.contentMeta?.all("description").filter { $0.role?.contains(role) == true }.inLanguage(head.language?.tag)
    }

    private static func provenance(_ head: ItemHead, _ text: CaptionText) throws(Objection) -> Provenance {
        let rights = head.item.first("rightsInfo")
        let notice = rights?.all("copyrightNotice").inLanguage(head.language?.tag)
        return Provenance(
            creator: try creator(head),
            creditLine: try FieldRule.credit.acceptOptional(head.contentMeta?.first("creditline")),
            chain: text.chain, via: text.via, isHandout: text.isHandout,
            copyrightHolder: try credit(rights?.first("copyrightHolder"), head),
            copyrightNotice: try FieldRule.rights.acceptOptional(notice), usageTerms: head.usageTerms)
    }

    private static func creator(_ head: ItemHead) throws(Objection) -> String? {
        if let by = try FieldRule.byline.acceptOptional(head.contentMeta?.first("by")) {
            return BylineText.read(by, head.language)
        }
        return try credit(head.contentMeta?.first("creator"), head)
    }

    private static func credit(_ element: XMLElement?, _ head: ItemHead) throws(Objection) -> String? {
        guard let element, let name = element.name(in: head.language?.tag), !name.isEmpty else { return nil }
        return try FieldRule.credit.accept(name, in: element)
    }

    /// The possible file names of the renditions, the largest rendition first: the last segment of each
    /// address, and the agency's own name for the file. Addresses themselves are not stored.
    private static func fileNames(_ head: ItemHead) -> [String] {
        let renditions = head.item.first("contentSet")?.all("remoteContent").filter(\.isPicture) ?? []
        let largestFirst = renditions.enumerated().sorted {
            ($1.element.pixels, $0.offset) < ($0.element.pixels, $1.offset)
        }
        return largestFirst.flatMap { _, rendition in
            let files = rendition.elements.filter {
                $0.name == "altId" && $0["type"]?.lowercased().contains("file") == true
            }
            let addresses = ([rendition["residref"], rendition["href"]] + files.map(\.words)).compactMap(\.self)
            return addresses.compactMap(FileName.relativePath) + addresses.compactMap(FileName.last)
        }.withoutRepetition
    }
}

extension XMLElement {
    fileprivate var isPicture: Bool { self["contenttype"].map { $0.lowercased().hasPrefix("image/") } ?? true }

    fileprivate var pixels: Int { size("width") * size("height") }

    private func size(_ name: String) -> Int {
        self[name].flatMap { $0.utf8.count <= 6 ? Int($0) : nil }.map { max($0, 0) } ?? 0
    }
}
