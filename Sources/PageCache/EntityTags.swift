/// The entity tags of an `If-None-Match` (RFC 9110, section 13.1.2). The field is read without copying it,
/// because most requests of returning readers have it.
struct EntityTags {
    private let field: Substring.UTF8View

    init(_ field: String) { self.field = field[...].utf8 }

    /// Whether the field is `*`, which matches every tag.
    var matchAny: Bool { field.lazy.filter { !$0.isOptionalWhitespace }.elementsEqual("*".utf8) }

    /// Whether the list contains this strong tag, also in its weak form: a proxy that compresses a page puts
    /// `W/` before our tag.
    func contain(_ tag: String) -> Bool {
        let tag = tag.utf8
        var rest = field
        while true {
            rest = rest.drop { $0.isOptionalWhitespace || $0 == UInt8(ascii: ",") }
            if rest.isEmpty { return false }
            if rest.starts(with: "W/".utf8) { rest = rest.dropFirst(2) }
            if rest.starts(with: tag), rest.dropFirst(tag.count).isAfterTag { return true }
            rest = rest.withoutTag
        }
    }
}

extension Substring.UTF8View {
    /// Whether the list ends here or continues with another tag.
    fileprivate var isAfterTag: Bool {
        let next = drop(while: \.isOptionalWhitespace)
        return next.isEmpty || next.first == UInt8(ascii: ",")
    }

    /// The list without its first tag. A comma inside quotes does not end a tag.
    fileprivate var withoutTag: Substring.UTF8View {
        let quote = UInt8(ascii: "\"")
        let rest = first == quote ? dropFirst().drop { $0 != quote }.dropFirst() : self
        return rest.drop { $0 != UInt8(ascii: ",") }
    }
}

extension UInt8 {
    /// A space or a tab (RFC 9110, section 5.6.3).
    var isOptionalWhitespace: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
