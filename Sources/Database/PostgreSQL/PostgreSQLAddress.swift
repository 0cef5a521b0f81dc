import CLibPQ

/// Where a PostgreSQL database is: `postgres://user@host:port/name?sslmode=verify-full`, with several hosts and whatever else libpq takes
/// (postgresql.org/docs/15/libpq-connect.html, section 34.1.1.2).
package struct PostgreSQLAddress: Sendable, Hashable {
    let text: String
    /// Where several hosts are named: each, with its port. libpq goes on to the next one where a host does not answer, but not where
    /// one answers that it lets nobody in.
    let hosts: [Host]
    /// How long a statement may take; `nil` for what goes through everything, as a check does.
    package var patience: Duration? = .seconds(15)
    /// What the sessions at this address are for.
    private(set) var purpose = Purpose.reading

    struct Host: Sendable, Hashable {
        let name: String
        /// Empty where the address names none for any host: then the environment may.
        let port: String
    }

    /// That of a host without one in a list of ports, as libpq has it.
    private static let usualPort = "5432"

    /// By these names a server knows its sessions (`application_name`).
    enum Purpose: String {
        case reading = "broadsheet reader"
        case writing = "broadsheet writer"
        case listening = "broadsheet listener"
        case readingReplica = "broadsheet replica reader"
        case watchingReplica = "broadsheet replica watch"

        /// Whether the server must take writes: of several hosts, the one that does is meant.
        var wantsPrimary: Bool { self != .readingReplica && self != .watchingReplica }
    }

    /// Throws `unreachable`, with a sentence in which nothing is that may be of a password, where libpq does not understand the address,
    /// or takes something else for a host than was meant.
    package init(_ text: String) throws(DatabaseFault) {
        if let fault = Self.fault(in: text) { throw .unreachable(fault) }
        let options = PQconninfoParse(text, nil)
        defer { PQconninfoFree(options) }
        guard let options else { throw .unreachable(Self.notUnderstood) }
        self.text = text
        hosts = Self.hosts(in: options)
    }

    private static func hosts(in options: UnsafeMutablePointer<PQconninfoOption>) -> [Host] {
        let values = values(of: options).mapValues {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        // `hostaddr` names the same hosts once more; who uses it leaves the choice to libpq.
        guard let names = values["host"], names.count > 1, values["hostaddr"] == [""] else { return [] }
        let ports = values["port"] ?? [""]
        guard ports.count > 1 else { return names.map { Host(name: $0, port: ports[0]) } }
        guard ports.count == names.count else { return [] }
        return zip(names, ports).map { Host(name: $0, port: $1.isEmpty ? usualPort : $1) }
    }

    /// What libpq has found, or has to begin with; without a value, an empty text.
    static func values(of options: UnsafeMutablePointer<PQconninfoOption>) -> [String: String] {
        var values: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            values[String(cString: keyword)] = option.pointee.val.map { String(cString: $0) } ?? ""
            option += 1
        }
        return values
    }

    func used(for purpose: Purpose, patience: Duration? = nil) -> PostgreSQLAddress {
        var address = self
        address.purpose = purpose
        if let patience { address.patience = patience }
        return address
    }

    /// Whether this is meant to be such an address.
    package static func isOne(_ text: String) -> Bool { schemes.contains { text.hasPrefix($0) } }

    static let schemes = ["postgres://", "postgresql://"]
}
