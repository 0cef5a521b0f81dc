import CLibPQ

/// Where a PostgreSQL database is: `postgres://user@host:port/name?sslmode=verify-full`, with several hosts and whatever else libpq takes
/// (postgresql.org/docs/15/libpq-connect.html, section 34.1.1.2).
package struct PostgreSQLAddress: Sendable, Hashable {
    let text: String
    /// How long a statement may take; `nil` for what goes through everything, as a check does.
    package var patience: Duration? = .seconds(15)

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

    /// Whether this is meant to be such an address.
    package static func isOne(_ text: String) -> Bool {
        ["postgres://", "postgresql://"].contains { text.hasPrefix($0) }
    }
}
