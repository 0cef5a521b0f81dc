import CLibPQ

extension PostgreSQLAddress {
    /// Whether a server that was just found unreachable may be there soon: nobody answers, it starts or stops, or only such answer that take
    /// no writes yet. One that answers, and refuses a password or has no such database, will not change its mind. `message` is the fault's.
    package func isAwayForNow(after message: String) -> Bool {
        let limit = text.contains("connect_timeout") ? "" : "\(text.contains("?") ? "&" : "?")connect_timeout=5"
        return switch PQping(text + limit) {
        case PQPING_REJECT, PQPING_NO_RESPONSE: true
        // Of a failover that is under way; libpq has no other sign of it.
        case PQPING_OK: message.contains("session is read-only")
        default: false
        }
    }
}
