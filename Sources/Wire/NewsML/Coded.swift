extension XMLElement {
    /// The last part of a qualified code, in lower case: `usable` for `stat:usable` and for
    /// `http://cv.iptc.org/newscodes/pubstatusg2/usable`. NewsML-G2 treats QCodes and URIs as equals.
    var code: String? { (self["qcode"] ?? self["uri"] ?? self["literal"])?.lastOfCode }

    /// The same for the attributes `role` and `roleuri`.
    var role: String? { (self["role"] ?? self["roleuri"])?.lastOfCode }

    /// The name of a concept, in the given language if there are several names, or its literal if there is no
    /// name.
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
    /// The element in the given language, or the first one if there is none.
    func inLanguage(_ language: String?) -> XMLElement? {
        guard let primary = language?.primaryLanguage else { return first }
        return first { $0["xml:lang"]?.primaryLanguage == primary } ?? first
    }
}

extension String {
    var primaryLanguage: Substring { lowercased().prefix { $0 != "-" && $0 != "_" } }
}
