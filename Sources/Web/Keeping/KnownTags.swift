/// What an `If-None-Match` names (RFC 9110, section 13.1.2): the tags of what a browser has, or anything. Read without a copy, because
/// most requests of those who come again bring one.
struct KnownTags {
    private let field: Substring.UTF8View

    init(_ field: String) { self.field = field[...].utf8 }

    /// Whether it is `*`: whatever there is.
    var areAny: Bool { field.lazy.filter { !$0.isOptionalWhitespace }.elementsEqual("*".utf8) }

    /// Whether this strong tag is among them. They may be weak: a proxy that packs a page writes `W/` before the tag that we gave.
    func name(_ tag: String) -> Bool {
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
    /// Whether the list ends here, or another tag comes.
    fileprivate var isAfterTag: Bool {
        let next = drop(while: \.isOptionalWhitespace)
        return next.isEmpty || next.first == UInt8(ascii: ",")
    }

    /// What comes after the tag that stands here. A comma in its quotes does not end it.
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
