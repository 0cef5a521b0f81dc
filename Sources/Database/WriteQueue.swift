import Synchronization

enum WriteGroups {
    /// Work that waits; above it, writers are turned away at once, so that memory stays bounded.
    static let longestQueue = 2_000
    static let largest = 200

    /// Some of the work failed after it had changed something.
    struct Unfinished: Error {}

    /// Whether beginning again would be in vain, or is not known to be safe.
    static func isFinal(_ error: any Error) -> Bool {
        switch error as? DatabaseFault {
        case .storageFailed, .tooManyWriters, .heldUp, .outcomeUnknown: true
        default: false
        }
    }
}

/// A database has one writer: what waits to be written while it is at work shares its next transaction, one commit and one sync.
///
/// Work that fails before it has changed anything, as refusals do, leaves the others where they are. Where some fails later, all of the
/// group begins again, each in a part of its own, so that it takes back only its own. Every caller is answered after the commit that
/// holds its work. A lone write waits for nobody, unless many are reading (`CommitPace`).
final class WriteQueue: Sendable {
    typealias Writer = any WritingConnection

    /// Hands the one connection that writes to what is to be run on it, on the writer's thread.
    typealias WriterThread = @Sendable (_ body: @escaping @Sendable (Writer) -> Void) -> Void

    /// Runs inside the transaction, in a part of its own or not. May run again when that was taken back.
    private typealias Work = @Sendable (Writer, _ inPart: Bool) -> Attempt

    private struct Attempt {
        /// Whether all of the work is in the transaction, or nothing.
        let isWhole: Bool
        /// Answers the caller, once the fate of the commit is known.
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

    init(onWriterThread: @escaping WriterThread) { self.onWriterThread = onWriterThread }

    /// Whether the last group found no database that takes it.
    var isCutOff: Bool { state.withLock { $0.isCutOff } }

    func watchCommits(_ watch: @escaping CommitWatch) { state.withLock { $0.watches.append(watch) } }

    /// Calls `answer` on the writer's thread once the fate of the work is known; at once where too much waits already.
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

    /// Whether something waits; where nothing does, the writer has ended.
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
        // Where the transaction could not begin, nothing ran, and every caller learns why.
        if attempts.isEmpty { attempts = group.map { $0(writer, false) } }
        let isCutOff = if case DatabaseFault.unreachable? = fault { true } else { false }
        state.withLock { $0.isCutOff = isCutOff }
        for attempt in attempts { attempt.answer(fault) }
    }

    /// Carries out the work in one transaction and commits it. Gives `false` where it has to begin again in parts; then nothing
    /// of it is left.
    private func committed(
        _ group: [Work], on writer: Writer, inParts: Bool, _ attempts: inout [Attempt]
    ) throws -> Bool {
        try writer.control(.begin)
        attempts = group.map { $0(writer, inParts) }
        do {
            if !inParts, !attempts.allSatisfy(\.isWhole) { throw WriteGroups.Unfinished() }
            // Where answers come from afar, what the watches ask brings those to all that was sent before.
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
