import Metering
import Synchronization

enum WriteGroups {
    /// The maximum number of waiting writes. Further writes are refused immediately, so that memory stays
    /// bounded.
    static let longestQueue = 2_000
    static let largest = 200

    /// Some of the work failed after it had changed something.
    struct Unfinished: Error {}

    /// Whether a retry is futile, or not known to be safe.
    static func isFinal(_ error: any Error) -> Bool {
        switch error as? DatabaseFault {
        case .storageFailed, .tooManyWriters, .heldUp, .outcomeUnknown: true
        default: false
        }
    }
}

/// The queue in front of the database's one writer. Writes that arrive while it is busy share its next
/// transaction: one commit and one sync.
///
/// If a write fails before it has changed anything, as refusals do, the others in its group are unaffected.
/// If a write fails later, the whole group starts over with each write in its own savepoint, so that only
/// failed writes are rolled back. Each caller gets its result after the commit that holds its write. A lone
/// write is committed immediately, unless there are many readers (`CommitPace`).
final class WriteQueue: Sendable {
    typealias Writer = any WritingConnection

    /// Runs `body` on the writer's thread, with the one connection that writes.
    typealias WriterThread = @Sendable (_ body: @escaping @Sendable (Writer) -> Void) -> Void

    /// Runs inside the transaction, and in its own savepoint if `inPart`. May run again after a rollback.
    private typealias Work = @Sendable (Writer, _ inPart: Bool) -> Attempt

    private struct Attempt {
        /// Whether the transaction holds either all of the work or none of it.
        let isWhole: Bool
        /// Passes the result to the caller once the outcome of the commit is known.
        let answer: @Sendable (_ commitFault: (any Error)?) -> Void
    }

    private struct State {
        var waiting: [Work] = []
        var isWriting = false
        var watches: [CommitWatch] = []
        var isCutOff = false
    }

    private let onWriterThread: WriterThread
    private let state = Mutex(State())
    let pace = CommitPace()
    let load = CommitLoad()

    init(onWriterThread: @escaping WriterThread) { self.onWriterThread = onWriterThread }

    /// Whether the last group found no database that accepts writes.
    var isCutOff: Bool { state.withLock { $0.isCutOff } }

    /// The number of writes that the writer has not begun.
    var waiting: Int { state.withLock { $0.waiting.count } }

    func watchCommits(_ watch: @escaping CommitWatch) { state.withLock { $0.watches.append(watch) } }

    /// Calls `answer` on the writer's thread once the outcome is known, or immediately if too many writes are
    /// waiting.
    func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T, _ answer: @escaping WriteAnswer<T>) {
        let isTaken = enqueue { writer, inPart in
            let (result, isWhole) = Self.attempt(writer, inPart: inPart) {
                try body(Transaction(connection: writer))
            }
            return Attempt(isWhole: isWhole) { commitFault in answer(commitFault.map { .failure($0) } ?? result) }
        }
        if !isTaken { answer(.failure(DatabaseFault.tooManyWriters)) }
    }

    private func enqueue(_ work: @escaping Work) -> Bool {
        let (isTaken, mustStart) = state.withLock { state in
            guard state.waiting.count < WriteGroups.longestQueue else { return (false, false) }
            state.waiting.append(work)
            let mustStart = !state.isWriting
            state.isWriting = true
            return (true, mustStart)
        }
        if mustStart {
            onWriterThread { writer in
                while self.isNeeded() {
                    self.pace.keep()
                    self.commit(self.nextGroup(), on: writer)
                    writer.tidyUp()
                }
            }
        }
        return isTaken
    }

    /// Whether any work is waiting. If not, the writer stops.
    private func isNeeded() -> Bool {
        state.withLock { state in
            state.isWriting = !state.waiting.isEmpty
            return state.isWriting
        }
    }

    private func nextGroup() -> [Work] {
        state.withLock { state in
            let group = Array(state.waiting.prefix(WriteGroups.largest))
            state.waiting.removeFirst(group.count)
            return group
        }
    }

    private func commit(_ group: [Work], on writer: Writer) {
        let beginning = ContinuousClock.now
        var attempts: [Attempt] = []
        var fault: (any Error)?
        do {
            if try !committed(group, on: writer, inParts: false, &attempts) {
                _ = try committed(group, on: writer, inParts: true, &attempts)
            }
        } catch {
            fault = error
            try? writer.control(.rollBack)
        }
        // If the transaction could not begin, nothing ran. Without a transaction, the work changes nothing
        // and only returns the attempt through which its caller gets the fault.
        if attempts.isEmpty { attempts = group.map { $0(writer, false) } }
        let isCutOff = if case DatabaseFault.unreachable? = fault { true } else { false }
        state.withLock { $0.isCutOff = isCutOff }
        load.times.observe(.now - beginning)
        load.sizes.observe(group.count)
        for attempt in attempts { attempt.answer(fault) }
    }

    /// Carries out the work in one transaction and commits it. Returns `false`, with everything rolled back,
    /// if it must run again in savepoints.
    private func committed(
        _ group: [Work], on writer: Writer, inParts: Bool, _ attempts: inout [Attempt]
    ) throws -> Bool {
        try writer.control(.begin)
        attempts = group.map { $0(writer, inParts) }
        do {
            if !inParts, !attempts.allSatisfy(\.isWhole) { throw WriteGroups.Unfinished() }
            // The watches run before `settle`. With PostgreSQL, their queries also wait for everything sent
            // before, so that `settle` needs no separate round trip.
            let tell = watched(writer)
            try writer.settle()
            guard writer.isInTransaction else { throw writer.endOfTransaction }
            try writer.control(.commit)
            for tell in tell { tell() }
            return true
        } catch  where !inParts && !WriteGroups.isFinal(error) {
            try? writer.control(.rollBack)
            return false
        }
    }

    private func watched(_ writer: Writer) -> [@Sendable () -> Void] {
        state.withLock { $0.watches }.compactMap { $0(Transaction(connection: writer)) }
    }

    private static func attempt<T>(
        _ writer: Writer, inPart: Bool, _ body: () throws -> T
    ) -> (Result<T, any Error>, isWhole: Bool) {
        guard writer.isInTransaction else { return (.failure(DatabaseFault.tooManyWriters), true) }
        let before = writer.statementsThatWrite
        do {
            if inPart { try writer.control(.beginPart) }
            let value = try body()
            if inPart { try writer.control(.keepPart) }
            return (.success(value), true)
        } catch {
            if inPart { try? writer.control(.takePartBack) }
            let changedNothing = writer.isInTransaction && writer.statementsThatWrite == before
            return (.failure(error), inPart || changedNothing)
        }
    }
}
