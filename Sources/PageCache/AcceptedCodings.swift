extension ContentCoding {
    /// The codings that an `Accept-Encoding` field allows, in the client's order of preference, and in ours
    /// among equals (RFC 9110, section 12.5.3). Identity is always last, even for a client that refuses it.
    ///
    /// Every request has this field. Browsers list names without weights, so this function reads such a list
    /// without copying it.
    package static func accepted(_ field: String?) -> [ContentCoding] {
        guard let field else { return [.identity] }
        if field.utf8.contains(UInt8(ascii: ";")) { return weighed(field) }
        var (brotli, gzip) = (false, false)
        field.utf8.forEachMember { name in
            switch AcceptedCoding(name) {
            case .coding(.brotli): brotli = true
            case .coding(.gzip): gzip = true
            case .any: (brotli, gzip) = (true, true)
            case .coding(.identity), nil: break
            }
        }
        switch (brotli, gzip) {
        case (true, true): return [.brotli, .gzip, .identity]
        case (true, false): return [.brotli, .identity]
        case (false, true): return [.gzip, .identity]
        case (false, false): return [.identity]
        }
    }

    /// Reads a list with weights. Codings that the client likes less than identity are left out. If a coding
    /// is named twice, the lower weight counts. A malformed weight counts as 0: a client that we do not
    /// understand gets bytes that every client understands.
    private static func weighed(_ field: String) -> [ContentCoding] {
        var weights: [ContentCoding: Int] = [:]
        var rest: Int?
        field.utf8.forEachMember { member in
            let name = member.prefix { $0 != UInt8(ascii: ";") }
            let weight = member[name.endIndex...].weight
            switch AcceptedCoding(name) {
            case .coding(let coding): weights[coding] = min(weight, weights[coding] ?? weight)
            case .any: rest = min(weight, rest ?? weight)
            case nil: break
            }
        }
        let identity = weights[.identity] ?? rest ?? 0
        let others = [ContentCoding.brotli, .gzip].map { ($0, weights[$0] ?? rest ?? 0) }
            .filter { $0.1 > 0 && $0.1 >= identity }
        let isGzipBetter = others.count == 2 && others[1].1 > others[0].1
        return (isGzipBetter ? others.reversed() : others).map(\.0) + [.identity]
    }
}

/// One of our codings, or `*` for any, as a member of an `Accept-Encoding` names it.
private enum AcceptedCoding {
    case coding(ContentCoding)
    case any

    /// Ignores case and surrounding whitespace.
    init?(_ name: Substring.UTF8View) {
        let letters = name.lazy.filter { !$0.isOptionalWhitespace }.map { $0 | 0x20 }
        if letters.elementsEqual("gzip".utf8) {
            self = .coding(.gzip)
        } else if letters.elementsEqual("br".utf8) {
            self = .coding(.brotli)
        } else if letters.elementsEqual("identity".utf8) {
            self = .coding(.identity)
        } else if letters.elementsEqual("*".utf8) {
            self = .any
        } else {
            return nil
        }
    }
}

extension String.UTF8View {
    /// The members of a list (RFC 9110, section 5.6.1).
    fileprivate func forEachMember(_ body: (Substring.UTF8View) -> Void) {
        var rest = self[...]
        while !rest.isEmpty {
            let member = rest.prefix { $0 != UInt8(ascii: ",") }
            rest = rest[member.endIndex...].dropFirst()
            body(member)
        }
    }
}

extension Substring.UTF8View {
    /// The weight among the parameters after a name, in thousandths; 1,000 if there is none (RFC 9110,
    /// section 12.4.2).
    fileprivate var weight: Int {
        var weight = 1_000
        for parameter in split(separator: UInt8(ascii: ";")) {
            let text = parameter.filter { !$0.isOptionalWhitespace }.map { $0 | 0x20 }
            if text.starts(with: "q=".utf8) { weight = Swift.min(weight, Self.thousandths(text.dropFirst(2))) }
        }
        return weight
    }

    /// Ignores digits after the third.
    private static func thousandths(_ text: ArraySlice<UInt8>) -> Int {
        let parts = text.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? parts[1] : []
        guard let whole = parts.first, whole.count == 1,
            (whole + decimals).allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
        else { return 0 }
        let zero = UInt8(ascii: "0")
        let digits = (decimals + [zero, zero, zero]).prefix(3)
        let number = (whole + digits).reduce(0) { $0 * 10 + Int($1 - zero) }
        return number <= 1_000 ? number : 0
    }
}
