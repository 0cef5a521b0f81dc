/// A connection that writes, one transaction after another.
protocol WritingConnection: Connection {
    /// Whether a transaction is open and can still be committed.
    var isInTransaction: Bool { get }
    /// The reason why a transaction ended unexpectedly, or can no longer be committed.
    var endOfTransaction: DatabaseFault { get }
    /// The number of statements so far that may have changed something.
    var statementsThatWrite: Int { get }

    func control(_ step: TransactionStep) throws

    /// Waits until every statement sent so far has been carried out. Throws the fault of a statement that was
    /// refused.
    func settle() throws

    /// Does maintenance between two commits, after the callers of the last commit got their results.
    func tidyUp()
}

extension WritingConnection {
    /// Does nothing, because a database server maintains itself.
    func tidyUp() {}
}

/// Begins or ends a transaction, or a savepoint in it.
enum TransactionStep {
    case begin, commit, rollBack
    case beginPart, keepPart, takePartBack
}
