import CLibPQ

extension PostgreSQLAddress {
    /// Parts of the messages about a failover in progress, and about too many connections. libpq reports
    /// these two only in its messages.
    private static let passing = [
        "session is read-only", "too many connections", "too many clients", "remaining connection slots",
    ]

    /// Whether a server that was just unreachable may be available soon: it does not respond, is starting or
    /// stopping, does not accept writes yet, or has no free connection. A server that rejects a password, or
    /// does not have the database, will continue to do so. `message` is the message of the fault.
    package func isAwayForNow(after message: String) -> Bool {
        let limit = text.contains("connect_timeout") ? "" : "\(text.contains("?") ? "&" : "?")connect_timeout=5"
        return switch PQping(text + limit) {
        case PQPING_REJECT, PQPING_NO_RESPONSE: true
        case PQPING_OK: Self.passing.contains { message.contains($0) }
        default: false
        }
    }
}
