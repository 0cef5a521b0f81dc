import CLibPQ

extension PostgreSQLAddress {
    /// In what is said of a failover that is under way, and of connections that others have: there is no other sign of either.
    private static let passing = [
        "session is read-only", "too many connections", "too many clients", "remaining connection slots",
    ]

    /// Whether a server that was just found unreachable may be there soon: nobody answers, it starts or stops, only such answer that take
    /// no writes yet, or there is no connection free. One that answers, and refuses a password or has no such database, will not change
    /// its mind. `message` is the fault's.
    package func isAwayForNow(after message: String) -> Bool {
        let limit = text.contains("connect_timeout") ? "" : "\(text.contains("?") ? "&" : "?")connect_timeout=5"
        return switch PQping(text + limit) {
        case PQPING_REJECT, PQPING_NO_RESPONSE: true
        case PQPING_OK: Self.passing.contains { message.contains($0) }
        default: false
        }
    }
}
