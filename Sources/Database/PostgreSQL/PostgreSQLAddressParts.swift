import CLibPQ

/// The parts of an address as libpq reads it. If `@`, `/` or `:` is not encoded in a password, libpq mistakes
/// the rest of the password for hosts and ports, and its messages would reveal that part.
private struct Parts {
    let name: Substring?
    let hosts: Substring
    /// Begins with the slash.
    let path: Substring
    let options: Substring?

    /// `rest` is everything after the scheme.
    init(_ rest: Substring) {
        let isNamed = rest.first { $0 == "@" || $0 == "/" } == "@"
        name = isNamed ? rest.prefix { $0 != "@" } : nil
        let place = isNamed ? rest.drop { $0 != "@" }.dropFirst() : rest
        hosts = place.prefix { $0 != "/" && $0 != "?" }
        path = place.dropFirst(hosts.count).prefix { $0 != "?" }
        let end = place.dropFirst(hosts.count + path.count)
        options = end.isEmpty ? nil : end.dropFirst()
    }

    /// Whether everything after a host's colon can be a port. An IPv6 address is in brackets.
    var hasPorts: Bool {
        hosts.split(separator: ",").allSatisfy { host in
            let ending = host.hasPrefix("[") ? host.drop { $0 != "]" }.dropFirst() : host.drop { $0 != ":" }
            return ending.wholeMatch(of: /(:\d*)?/) != nil
        }
    }
}

extension PostgreSQLAddress {
    /// A fault that is found before libpq parses the address, in words that can follow a colon; `nil` if
    /// there is none.
    static func fault(in text: String) -> String? {
        guard let scheme = schemes.first(where: { text.hasPrefix($0) }) else {
            return "it must begin with postgres:// or postgresql:// in lowercase"
        }
        let parts = Parts(text.dropFirst(scheme.count))
        guard !parts.hosts.contains("@"), !parts.path.contains("@"), parts.hasPorts else {
            return "special characters in the user name and password must be encoded (@ as %40, : as %3A, / as %2F)"
        }
        return parts.options.flatMap(unknownOption).map { "the option \($0) is unknown" }
    }

    static let notUnderstood = "it cannot be parsed; special characters must be encoded (% as %25, ? as %3F)"

    /// The address for display, with `…` instead of a password.
    package var shown: String {
        let scheme = Self.schemes.first { text.hasPrefix($0) } ?? ""
        let parts = Parts(text.dropFirst(scheme.count))
        let name = parts.name.map { $0.contains(":") ? "\($0.prefix { $0 != ":" }):…@" : "\($0)@" } ?? ""
        let options = parts.options.map { $0.replacing(/(password|sslpassword)=[^&]*/) { "\($0.output.1)=…" } }
        return "\(scheme)\(name)\(parts.hosts)\(parts.path)\(options.map { "?\($0)" } ?? "")"
    }

    /// Whether the address itself has a password.
    package var hasPassword: Bool { shown.contains("…") }

    /// The address without a password, which libpq accepts. A password in `PGPASSWORD` goes with it.
    package var withoutPassword: String {
        shown.replacing(":…@", with: "@").replacing(/[?&](password|sslpassword)=…(&?)/) { match in
            match.output.2.isEmpty ? "" : String(match.output.0.prefix(1))
        }
    }

    /// Whether both addresses have the same hosts, port, database and role.
    package func isSame(as other: PostgreSQLAddress) -> Bool {
        let keys = ["host", "hostaddr", "port", "dbname", "options"]
        let (one, other) = (parsed, other.parsed)
        return keys.allSatisfy { one[$0] == other[$0] }
    }

    /// The options in the address, with libpq's defaults for those that a comparison needs.
    private var parsed: [String: String] {
        guard let options = PQconninfoParse(text, nil) else { return [:] }
        defer { PQconninfoFree(options) }
        var values = Self.values(of: options).filter { !$0.value.isEmpty }
        values["port"] = values["port"] ?? "5432"
        values["dbname"] = values["dbname"] ?? values["user"]
        return values
    }

    /// The first option that libpq does not know. The check is skipped if the options contain a password: an
    /// unencoded `&` may have cut the password in two, and the message would reveal the second part.
    private static func unknownOption(in options: Substring) -> Substring? {
        guard !options.contains("password") else { return nil }
        let names = options.split(separator: "&").map { $0.prefix { $0 != "=" } }
        let known = knownOptions
        return names.first { name in !known.contains(String(name)) && name.wholeMatch(of: /[A-Za-z_]+/) != nil }
    }

    /// The names of libpq's options (postgresql.org/docs/15/libpq-connect.html, section 34.1.2), and `ssl` as
    /// in JDBC.
    private static var knownOptions: Set<String> {
        let defaults = PQconndefaults()
        defer { PQconninfoFree(defaults) }
        return Set(defaults.map { values(of: $0).keys.map(\.self) } ?? []).union(["ssl"])
    }
}
