/// Where a picture came from, through whose hands, and what may be done with it (IPTC Photo Metadata Standard 2022.1).
package struct Provenance: Sendable, Hashable {
    /// IPTC Creator: who made it.
    package var creator: String?
    /// IPTC Credit Line, as it came.
    package var creditLine: String?
    /// `REUTERS/SANA/Handout via Reuters` is `["REUTERS", "SANA", "Handout"]`.
    package var chain: [String]
    /// Who passed it on: the `Reuters` after "via".
    package var via: String?
    package var isHandout: Bool
    package var copyrightHolder: String?
    package var copyrightNotice: String?
    /// IPTC Rights Usage Terms; kept for editors: `NO ARCHIVAL USE`.
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

    /// What stands beside the picture after "Credit:".
    package var credit: String? {
        guard !chain.isEmpty else { return creditLine ?? creator }
        return chain.joined(separator: "/") + (via.map { " via \($0)" } ?? "")
    }
}
