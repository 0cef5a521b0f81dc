/// A connection that writes: one transaction after another.
protocol WritingConnection: Connection {
    /// Whether a transaction is open and can still be committed.
    var isInTransaction: Bool { get }
    /// Why a transaction that nobody has ended is over, or cannot be committed any more.
    var endOfTransaction: DatabaseFault { get }
    /// Statements so far that may have changed something.
    var statementsThatWrite: Int { get }

    func control(_ step: TransactionStep) throws

    /// Returns once everything asked so far has been carried out; throws what was refused of it.
    func settle() throws

    /// What is due between two commits; whoever waited for the last one has been answered.
    func tidyUp()
}

extension WritingConnection {
    /// Nothing, where a server sees to it.
    func tidyUp() {}
}

/// What begins or ends a transaction, or a part of one that can be taken back by itself.
enum TransactionStep {
    case begin, commit, rollBack
    case beginPart, keepPart, takePartBack
}
