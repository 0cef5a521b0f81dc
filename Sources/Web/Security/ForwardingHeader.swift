import HTTPServer
import HTTPTypes
import Newsroom

/// The one header in which trusted proxies say for whom they ask. Any other one is for the client to fill in, and is
/// not read.
package enum ForwardingHeader: String, CaseIterable, Sendable {
    case forwardedFor = "X-Forwarded-For"
    /// RFC 7239.
    case forwarded = "Forwarded"

    /// Takes the name in any case. Refuses with `nil` any other header.
    package init?(name: String) {
        guard let header = Self.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() }) else {
            return nil
        }
        self = header
    }

    /// What each proxy said of whoever asked it, the last proxy's word last. `nil` stands for a word that names no
    /// address.
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

    /// The value of `for` in one element of `Forwarded` (RFC 7239, section 4), which may name it once.
    private static func client(in element: Substring) -> Substring? {
        let values = element.utf8.members(separatedBy: ";").compactMap { pair -> Substring? in
            let parts = pair.split(separator: "=", maxSplits: 1)
            return parts.count == 2 && parts[0].lowercased() == "for" ? parts[1] : nil
        }
        return values.count == 1 ? values[0] : nil
    }
}

extension NetworkAddress {
    /// Reads an address as proxies write it: alone, with a port, in brackets, with a zone, in quotes (RFC 7239,
    /// section 6).
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
    /// Whether this is nothing, or a colon and a port: digits, or a name that stands for them.
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
    /// The members of a list, without white space around them and without empty ones. A separator in quotes separates
    /// nothing.
    ///
    /// Read from the end, where the nearest proxy writes: a quote that a client leaves open swallows what the client
    /// wrote itself, and never what a proxy has added.
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

    /// Whether an odd number of backslashes stands before it.
    private func isEscaped(_ index: Index) -> Bool {
        !self[..<index].reversed().prefix { $0 == UInt8(ascii: "\\") }.count.isMultiple(of: 2)
    }

    private var trimmed: Substring {
        let start = drop(while: \.isOptionalWhitespace)
        let end = start.lastIndex { !$0.isOptionalWhitespace }
        return Substring(start[..<(end.map { start.index(after: $0) } ?? start.startIndex)])
    }
}
