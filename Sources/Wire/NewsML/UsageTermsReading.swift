import Foundation
import Newsroom

/// Reads the usage terms of an item from all its `rightsInfo` elements (NewsML-G2, Rights Information).
enum UsageTermsReading {
    /// The terms of each element in the item's language, one below the other. The end of an element's validity
    /// (`validto`) follows as words, so that staff read it beside the others.
    static func read(_ item: XMLElement, _ language: Language?, zone: TimeZone) throws(Objection) -> String? {
        var lines: [String] = []
        for rights in item.all("rightsInfo") {
            let terms = rights.all("usageTerms").inLanguage(language?.tag)
            let end = try rights["validto"].map { text throws(Objection) in
                try words(for: text.collapsed, on: rights, zone: zone)
            }
            for line in [try FieldRule.rights.acceptOptional(terms), end].compactMap(\.self)
            where !lines.contains(line) { lines.append(line) }
        }
        let terms = lines.joined(separator: "\n")
        return terms.isEmpty ? nil : try FieldRule.rights.accept(terms, in: item)
    }

    private static func words(for text: String, on rights: XMLElement, zone: TimeZone) throws(Objection) -> String {
        guard let end = Timestamp.date(text, in: zone) else {
            throw Objection(line: rights.line, "validto must be a date, not “\(text.prefix(40))”.")
        }
        return PictureTerms.words(forEnd: end)
    }
}
