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

    var optionNames: [Substring] {
        options.map { $0.split(separator: "&").map { option in option.prefix { $0 != "=" } } } ?? []
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
        return unknownOption(in: parts).map { "the option \($0) is unknown" }
    }

    static let notUnderstood = "it cannot be parsed; special characters must be encoded (% as %25, ? as %3F)"

    /// The address for display, with `…` instead of a password.
    package var shown: String { Self.masked(text) }

    /// A text that should be an address, with `…` instead of everything that may be a password: between the first
    /// colon and the last `@`, after a colon where no port is, and in options that are not known to be harmless.
    /// `others` are further options that are known.
    package static func masked(_ text: String, knowing others: Set<Substring> = []) -> String {
        guard let scheme = text.firstRange(of: "://")?.upperBound else { return text.contains("=") ? "…" : text }
        let end = text[scheme...].lastIndex(of: "@")
        let name = end.map { text[scheme..<$0].prefix { $0 != ":" } } ?? ""
        let hasPassword = end.map { text[scheme..<$0].contains(":") } ?? false
        let rest = text[(end.map { text.index(after: $0) } ?? scheme)...]
        let place = rest.prefix { $0 != "?" }
        let shownPlace = end == nil && !Parts(rest).hasPorts ? "…" : String(place)
        let options = rest.dropFirst(place.count + 1).split(separator: "&").map { option in
            let name = option.prefix { $0 != "=" }
            let isKnown = harmless.contains(name) || others.contains(name) && !option.contains("@")
            return isKnown ? String(option) : "\(name.wholeMatch(of: /[a-z_]+/) == nil ? "" : name)=…"
        }
        let user = end == nil ? "" : "\(name)\(hasPassword ? ":…" : "")@"
        return text[..<scheme] + user + shownPlace + (options.isEmpty ? "" : "?" + options.joined(separator: "&"))
    }

    /// Options whose values are never secret.
    private static let harmless: Set<Substring> = [
        "application_name", "channel_binding", "connect_timeout", "dbname", "gssencmode", "host", "hostaddr",
        "keepalives", "keepalives_count", "keepalives_idle", "keepalives_interval", "port", "ssl", "sslcert", "sslcrl",
        "sslkey", "sslmode", "sslrootcert", "target_session_attrs", "tcp_user_timeout", "user",
    ]

    /// Whether the address itself has a password, or an option that may be secret.
    package var hasPassword: Bool {
        let parts = Parts(text.drop { $0 != "/" }.dropFirst(2))
        return parts.name?.contains(":") == true || !Self.harmless.isSuperset(of: parts.optionNames)
    }

    /// The address without a password, which libpq accepts. A password in `PGPASSWORD` goes with it.
    package var withoutPassword: String {
        shown.replacing(":…@", with: "@").replacing(/[?&]([a-z_]*)=…(&?)/) { match in
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
    private static func unknownOption(in parts: Parts) -> Substring? {
        guard let options = parts.options, !options.contains("password") else { return nil }
        let known = knownOptions
        return parts.optionNames.first { name in
            !known.contains(String(name)) && name.wholeMatch(of: /[A-Za-z_]+/) != nil
        }
    }

    /// The names of libpq's options (postgresql.org/docs/15/libpq-connect.html, section 34.1.2), and `ssl` as
    /// in JDBC.
    private static var knownOptions: Set<String> {
        let defaults = PQconndefaults()
        defer { PQconninfoFree(defaults) }
        return Set(defaults.map { values(of: $0).keys.map(\.self) } ?? []).union(["ssl"])
    }
}
