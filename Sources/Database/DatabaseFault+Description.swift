/// The fault in one sentence, with the words of the engine, for the server's log and the list of jobs.
extension DatabaseFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .storageFailed(let message): "The database cannot store anything: \(message)"
        case .tooManyWriters: "Too many writes are waiting for the database."
        case .heldUp(let message): "Something else blocks the database: \(message)"
        case .notAllowed(let message): "The database role lacks a permission: \(message)"
        case .unreachable(let message): "The database cannot be reached: \(message)"
        case .outcomeUnknown: "The connection to the database was lost before it confirmed the change."
        case .unexpectedValue(let column): "Column \(column) of a row has an unexpected value."
        case .damaged(let message): "The database file is damaged: \(message)"
        case .statement(let message): "The database refused a statement: \(message)"
        }
    }
}
