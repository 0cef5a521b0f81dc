package import HTTPTypes

extension HTTPFields {
    /// The values of all lines with this name, joined (RFC 9110, section 5.3); `nil` if there is none. Loops
    /// over the fields, which are few, because the library would first build a table of all names.
    ///
    /// Only ASCII has a meaning in a field (section 5.5). Other bytes become `?`, so that comparing the text
    /// is cheap.
    package func text(of name: HTTPField.Name) -> String? {
        var text: String?
        for field in self where field.name == name { text = text.map { "\($0), \(field.value)" } ?? field.value }
        return text?.onlyASCII
    }
}

extension String {
    /// The text with `?` in place of every byte that is not ASCII.
    package var onlyASCII: String {
        guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
        return String(decoding: utf8.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
    }
}
