extension XMLElement {
    /// What a qualified code says, without its vocabulary: `usable` for `stat:usable` and for
    /// `http://cv.iptc.org/newscodes/pubstatusg2/usable` (NewsML-G2, QCodes and URIs as equals). Lower case.
    var code: String? { (self["qcode"] ?? self["uri"] ?? self["literal"])?.lastOfCode }

    /// The same for the attribute `role`.
    var role: String? { (self["role"] ?? self["roleuri"])?.lastOfCode }

    /// The name given to a concept, in the language asked for where there are several; else its literal.
    func name(in language: String?) -> String? {
        all("name").inLanguage(language)?.words ?? self["literal"]?.collapsed
    }
}

extension String {
    fileprivate var lastOfCode: String? {
        split(whereSeparator: { ":/#".contains($0) }).last.map { String($0).collapsed.lowercased() }
    }
}

extension [XMLElement] {
    /// The one in a language, else the first.
    func inLanguage(_ language: String?) -> XMLElement? {
        guard let primary = language?.primaryLanguage else { return first }
        return first { $0["xml:lang"]?.primaryLanguage == primary } ?? first
    }
}

extension String {
    fileprivate var primaryLanguage: Substring { lowercased().prefix { $0 != "-" && $0 != "_" } }
}
