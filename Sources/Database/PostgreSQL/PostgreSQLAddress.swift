import CLibPQ

/// The address of a PostgreSQL database: `postgres://user@host:port/name?sslmode=verify-full`. It may name
/// several hosts and use any option of libpq (postgresql.org/docs/15/libpq-connect.html, section 34.1.1.2).
package struct PostgreSQLAddress: Sendable, Hashable {
    let text: String
    /// Each host with its port, if the address names several. libpq tries the next host only if one does not
    /// respond, not if it responds but rejects the connection.
    let hosts: [Host]
    /// How long a statement may take; `nil`, for no limit, if the work reads everything, such as a check.
    package var patience: Duration? = .seconds(15)
    /// The purpose of the sessions at this address.
    private(set) var purpose = Purpose.reading

    struct Host: Sendable, Hashable {
        let name: String
        /// Empty if the address names no port for any host. The environment may then name one.
        let port: String
    }

    /// libpq's port for a host whose entry in a list of ports is empty.
    private static let usualPort = "5432"

    /// The names under which a server lists its sessions (`application_name`).
    enum Purpose: String {
        case reading = "broadsheet reader"
        case writing = "broadsheet writer"
        case listening = "broadsheet listener"
        case readingReplica = "broadsheet replica reader"
        case watchingReplica = "broadsheet replica watch"

        /// Whether the server must accept writes. If there are several hosts, the session uses the host that
        /// does.
        var wantsPrimary: Bool { self != .readingReplica && self != .watchingReplica }
    }

    /// Throws `unreachable` if libpq does not understand the address, or would mistake another part of it for
    /// the host. The message contains nothing that may be part of a password.
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
        // An address with `hostaddr` names its hosts a second time, so the choice is left to libpq.
        guard let names = values["host"], names.count > 1, values["hostaddr"] == [""] else { return [] }
        let ports = values["port"] ?? [""]
        guard ports.count > 1 else { return names.map { Host(name: $0, port: ports[0]) } }
        guard ports.count == names.count else { return [] }
        return zip(names, ports).map { Host(name: $0, port: $1.isEmpty ? usualPort : $1) }
    }

    /// The options that libpq parsed, or its defaults, by keyword. An option without a value is an empty
    /// text.
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

    /// Whether the text is meant to be the address of a PostgreSQL database.
    package static func isOne(_ text: String) -> Bool { schemes.contains { text.hasPrefix($0) } }

    static let schemes = ["postgres://", "postgresql://"]
}
