import CLibPQ

/// An address as libpq reads it. A password in which `@`, `/` or `:` is not encoded moves what follows to where hosts and ports stand; the
/// messages of libpq would tell it.
private struct Parts {
    let name: Substring?
    let hosts: Substring
    /// From the slash on.
    let path: Substring
    let options: Substring?

    /// Of what follows the scheme.
    init(_ rest: Substring) {
        let isNamed = rest.first { $0 == "@" || $0 == "/" } == "@"
        name = isNamed ? rest.prefix { $0 != "@" } : nil
        let place = isNamed ? rest.drop { $0 != "@" }.dropFirst() : rest
        hosts = place.prefix { $0 != "/" && $0 != "?" }
        path = place.dropFirst(hosts.count).prefix { $0 != "?" }
        let end = place.dropFirst(hosts.count + path.count)
        options = end.isEmpty ? nil : end.dropFirst()
    }

    /// Whether what stands behind the colons may be ports; an address of IPv6 is in brackets.
    var hasPorts: Bool {
        hosts.split(separator: ",").allSatisfy { host in
            let ending = host.hasPrefix("[") ? host.drop { $0 != "]" }.dropFirst() : host.drop { $0 != ":" }
            return ending.wholeMatch(of: /(:\d*)?/) != nil
        }
    }
}

extension PostgreSQLAddress {
    /// What is wrong with an address before libpq reads it, in words that follow a colon; `nil` where nothing is.
    static func fault(in text: String) -> String? {
        guard let scheme = schemes.first(where: { text.hasPrefix($0) }) else {
            return "it begins with postgres:// or postgresql://, in small letters"
        }
        let parts = Parts(text.dropFirst(scheme.count))
        guard !parts.hosts.contains("@"), !parts.path.contains("@"), parts.hasPorts else {
            return "what is special in a user name or a password is encoded, @ as %40, : as %3A, / as %2F"
        }
        return parts.options.flatMap(unknownOption).map { "there is no option \($0)" }
    }

    static let notUnderstood = "it cannot be understood; what is special in it is encoded, % as %25, ? as %3F"

    /// With `…` in place of a password, to be shown.
    package var shown: String {
        let scheme = Self.schemes.first { text.hasPrefix($0) } ?? ""
        let parts = Parts(text.dropFirst(scheme.count))
        let name = parts.name.map { $0.contains(":") ? "\($0.prefix { $0 != ":" }):…@" : "\($0)@" } ?? ""
        let options = parts.options.map { $0.replacing(/(password|sslpassword)=[^&]*/) { "\($0.output.1)=…" } }
        return "\(scheme)\(name)\(parts.hosts)\(parts.path)\(options.map { "?\($0)" } ?? "")"
    }

    /// The first option that libpq does not know; not looked for beside a password, which may have been cut in two.
    private static func unknownOption(in options: Substring) -> Substring? {
        guard !options.contains("password") else { return nil }
        let names = options.split(separator: "&").map { $0.prefix { $0 != "=" } }
        let known = knownOptions
        return names.first { name in !known.contains(String(name)) && name.wholeMatch(of: /[A-Za-z_]+/) != nil }
    }

    /// By their names (postgresql.org/docs/15/libpq-connect.html, section 34.1.2), and `ssl`, which JDBC has.
    private static var knownOptions: Set<String> {
        let defaults = PQconndefaults()
        defer { PQconninfoFree(defaults) }
        return Set(defaults.map { values(of: $0).keys.map(\.self) } ?? []).union(["ssl"])
    }
}
