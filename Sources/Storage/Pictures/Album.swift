import Database
import Newsroom

/// Assembles pictures from rows that repeat each picture for every rendition. Columns: the picture's place
/// (its position in a gallery, its story, or its number), and then `columns`. The rows of one place are
/// consecutive.
struct Album {
    /// The rendition `r` and the picture `p`. A gallery may have another caption.
    static func columns(caption: SQL = "p.caption") -> SQL {
        """
        r.format, r.width, r.height, r.name, r.crop, p.id, p.guid, \(caption), p.alternative_text, p.creator,
            p.credit_line, p.chain, p.via, p.is_handout, p.copyright_holder, p.copyright_notice, p.usage_terms,
            p.source
        """
    }

    private typealias Page = (place: Int64, renditions: [Rendition], picture: ([Rendition]) -> Picture)

    private var pages: [Page] = []

    var pictures: [(place: Int64, picture: Picture)] {
        pages.map { page in
            let bySize = page.renditions.sorted { ($0.width, $0.format.rawValue) < ($1.width, $1.format.rawValue) }
            return (page.place, page.picture(bySize))
        }
    }

    var byStory: [Story.ID: Picture] {
        Dictionary(uniqueKeysWithValues: pictures.map { (Story.ID($0.place), $0.picture) })
    }

    mutating func add(_ row: Row) throws {
        let place: Int64 = try row[0]
        if pages.last?.place != place { pages.append((place, [], try picture(row))) }
        guard let format: String = try row[1] else { return }
        pages[pages.count - 1].renditions.append(
            Rendition(
                crop: Picture.Crop(rawValue: try row[5]) ?? .original,
                format: Rendition.Format(rawValue: format) ?? .jpeg, width: try row[2], height: try row[3],
                name: try row[4]))
    }

    private func picture(_ row: Row) throws -> ([Rendition]) -> Picture {
        let id: Picture.ID = try row[6]
        let (guid, caption, alternativeText): (String?, String, String) = (try row[7], try row[8], try row[9])
        let provenance = Provenance(
            creator: try row[10], creditLine: try row[11], chain: (try row[12] as String).chainParts, via: try row[13],
            isHandout: try row[14], source: try row[18], copyrightHolder: try row[15], copyrightNotice: try row[16],
            usageTerms: try row[17])
        return { renditions in
            Picture(
                id: id, guid: guid, caption: caption, alternativeText: alternativeText, provenance: provenance,
                renditions: renditions)
        }
    }
}

extension String {
    /// The parts of a credit line, stored one to a line.
    fileprivate var chainParts: [String] { split(separator: "\n").map(String.init) }
}
