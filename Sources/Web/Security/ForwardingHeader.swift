import HTTPServer
import HTTPTypes
import Newsroom

/// The header in which trusted proxies name the client of a request. Any other such header can be filled in
/// by the client and is not read.
package enum ForwardingHeader: String, CaseIterable, Sendable {
    case forwardedFor = "X-Forwarded-For"
    /// RFC 7239.
    case forwarded = "Forwarded"

    /// Accepts the name in any case. Returns `nil` for any other header.
    package init?(name: String) {
        guard let header = Self.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() }) else {
            return nil
        }
        self = header
    }

    /// The addresses that the proxies report for their clients, the nearest proxy's report last. A report
    /// without a valid address is `nil`.
    func addresses(in fields: HTTPFields) -> [NetworkAddress?] {
        let text = fields.text(of: name) ?? ""
        return text.utf8.members(separatedBy: ",").map { member in
            switch self {
            case .forwardedFor: NetworkAddress(node: member)
            case .forwarded: Self.client(in: member).flatMap { NetworkAddress(node: $0) }
            }
        }
    }

    private var name: HTTPField.Name {
        switch self {
        case .forwardedFor: .forwardedFor
        case .forwarded: .forwarded
        }
    }

    /// The value of `for` in one element of `Forwarded` (RFC 7239, section 4); `nil` unless there is exactly
    /// one.
    private static func client(in element: Substring) -> Substring? {
        let values = element.utf8.members(separatedBy: ";").compactMap { pair -> Substring? in
            let parts = pair.split(separator: "=", maxSplits: 1)
            return parts.count == 2 && parts[0].lowercased() == "for" ? parts[1] : nil
        }
        return values.count == 1 ? values[0] : nil
    }
}

extension NetworkAddress {
    /// Parses an address as proxies write it: alone, with a port, in brackets, with a zone, or in quotes (RFC
    /// 7239, section 6).
    init?(node written: Substring) {
        var text = written
        if text.count > 1, text.first == "\"", text.last == "\"" { text = text.dropFirst().dropLast() }
        if text.first == "[" {
            guard let end = text.firstIndex(of: "]"), text[end...].dropFirst().isPort else { return nil }
            self.init(String(text[..<end].dropFirst()))
        } else if let colon = text.firstIndex(of: ":"), text.lastIndex(of: ":") == colon, text[colon...].isPort {
            self.init(String(text[..<colon]))
        } else {
            self.init(String(text))
        }
    }
}

extension Substring {
    /// Whether this is empty, or a colon and a port: up to five digits, or an obfuscated name such as `_web`
    /// (RFC 7239, section 6).
    fileprivate var isPort: Bool {
        guard let first = utf8.first else { return true }
        let port = utf8.dropFirst()
        guard first == UInt8(ascii: ":"), !port.isEmpty else { return false }
        if port.first == UInt8(ascii: "_") {
            return port.allSatisfy { $0.isASCIIAlphanumeric || "._-".utf8.contains($0) }
        }
        return port.count <= 5 && port.allSatisfy(\.isASCIIDigit)
    }
}

extension String.UTF8View {
    fileprivate func members(separatedBy separator: Unicode.Scalar) -> [Substring] {
        self[...].members(separatedBy: separator)
    }
}

extension Substring.UTF8View {
    /// The nonempty members of a list, without surrounding white space. A separator in quotes does not count.
    ///
    /// Reads from the end, where the nearest proxy writes. So a quote that a client leaves open affects only
    /// what that client wrote, never what a proxy added.
    fileprivate func members(separatedBy separator: Unicode.Scalar) -> [Substring] {
        var (members, end, isQuoted) = ([Substring](), endIndex, false)
        for index in indices.reversed() {
            if self[index] == UInt8(ascii: "\""), !isQuoted || !isEscaped(index) {
                isQuoted.toggle()
            } else if !isQuoted, self[index] == UInt8(ascii: separator) {
                members.append(self[self.index(after: index)..<end].trimmed)
                end = index
            }
        }
        members.append(self[..<end].trimmed)
        return members.filter { !$0.isEmpty }.reversed()
    }

    /// Whether an odd number of backslashes precedes this character.
    private func isEscaped(_ index: Index) -> Bool {
        !self[..<index].reversed().prefix { $0 == UInt8(ascii: "\\") }.count.isMultiple(of: 2)
    }

    private var trimmed: Substring {
        let start = drop(while: \.isOptionalWhitespace)
        let end = start.lastIndex { !$0.isOptionalWhitespace }
        return Substring(start[..<(end.map { start.index(after: $0) } ?? start.startIndex)])
    }
}
