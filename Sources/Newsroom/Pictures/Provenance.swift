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
    package var copyrightHolder: String?
    package var copyrightNotice: String?
    /// IPTC Rights Usage Terms, stored for editors: `NO ARCHIVAL USE`.
    package var usageTerms: String?

    package init(
        creator: String? = nil, creditLine: String? = nil, chain: [String] = [], via: String? = nil,
        isHandout: Bool = false, copyrightHolder: String? = nil, copyrightNotice: String? = nil,
        usageTerms: String? = nil
    ) {
        self.creator = creator
        self.creditLine = creditLine
        self.chain = chain
        self.via = via
        self.isHandout = isHandout
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
