/// A picture's origin, the parties that passed it on, and its terms of use (IPTC Photo Metadata Standard
/// 2022.1).
package struct Provenance: Sendable, Hashable, Codable {
    /// IPTC Creator, the maker of the picture.
    package var creator: String?
    /// IPTC Credit Line, unchanged.
    package var creditLine: String?
    /// The parties in the credit line: `REUTERS`, `SANA` and `Handout` for `REUTERS/SANA/Handout via
    /// Reuters`.
    package var chain: [String]
    /// The distributor: the `Reuters` after "via".
    package var via: String?
    package var isHandout: Bool
    /// IPTC Source: the owner of the copyright, or the party that provided the picture.
    package var source: String?
    package var copyrightHolder: String?
    package var copyrightNotice: String?
    /// IPTC Rights Usage Terms, stored for editors: `NO ARCHIVAL USE`.
    package var usageTerms: String?

    package init(
        creator: String? = nil, creditLine: String? = nil, chain: [String] = [], via: String? = nil,
        isHandout: Bool = false, source: String? = nil, copyrightHolder: String? = nil,
        copyrightNotice: String? = nil, usageTerms: String? = nil
    ) {
        self.creator = creator
        self.creditLine = creditLine
        self.chain = chain
        self.via = via
        self.isHandout = isHandout
        self.source = source
        self.copyrightHolder = copyrightHolder
        self.copyrightNotice = copyrightNotice
        self.usageTerms = usageTerms
    }

    /// The text after "Credit:" beside the picture.
    package var credit: String? {
        guard !chain.isEmpty else { return creditLine ?? creator }
        return chain.joined(separator: "/") + (via.map { " via \($0)" } ?? "")
    }
}

extension Provenance {
    /// Reads the parties from a credit line that somebody has typed or that a file contains: `REUTERS/SANA/Handout via
    /// Reuters`. An empty line says nothing.
    package init(creditLine line: String) {
        let line = line.trimmed
        self.init(creditLine: line.isEmpty ? nil : line)
        var names = line
        if let last = line.ranges(of: " via ").last, !line[last.upperBound...].contains("/") {
            via = String(line[last.upperBound...])
            names = String(line[..<last.lowerBound])
        }
        let parts = names.split(separator: "/").map { String($0).trimmed }.filter { !$0.isEmpty }
        if parts.count > 1 || via != nil { chain = parts }
        isHandout = parts.contains { $0.lowercased() == "handout" }
    }
}
