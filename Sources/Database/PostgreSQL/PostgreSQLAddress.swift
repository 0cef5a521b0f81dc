import CLibPQ

/// Where a PostgreSQL database is: `postgres://user@host:port/name?sslmode=verify-full`, with several hosts and whatever else libpq takes
/// (postgresql.org/docs/15/libpq-connect.html, section 34.1.1.2).
package struct PostgreSQLAddress: Sendable, Hashable {
    let text: String
    /// How long a statement may take; `nil` for what goes through everything, as a check does.
    package var patience: Duration? = .seconds(15)
    /// What the sessions at this address are for.
    private(set) var purpose = Purpose.reading

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

    /// Throws `unreachable` with a sentence where libpq does not understand the address.
    package init(_ text: String) throws(DatabaseFault) {
        var message: UnsafeMutablePointer<CChar>?
        let options = PQconninfoParse(text, &message)
        defer {
            PQconninfoFree(options)
            PQfreemem(message)
        }
        guard options != nil, Self.isOne(text) else {
            throw .unreachable(message.map { String(cString: $0) } ?? "not an address of a PostgreSQL database")
        }
        self.text = text
    }

    func used(for purpose: Purpose, patience: Duration? = nil) -> PostgreSQLAddress {
        var address = self
        address.purpose = purpose
        if let patience { address.patience = patience }
        return address
    }

    /// Whether this is meant to be such an address.
    package static func isOne(_ text: String) -> Bool {
        ["postgres://", "postgresql://"].contains { text.hasPrefix($0) }
    }
}
