import Synchronization

/// Carries out writes of one kind together. All items that are waiting when the writer is ready become one
/// piece of work, which can check them with one query and store them with one statement.
package final class JointWrites<Item: Sendable, Outcome: Sendable>: Sendable {
    /// Carries out all items in one transaction, and returns an outcome for each. A refused item must not
    /// change anything. May run again after a rollback.
    package typealias Work = @Sendable (_ items: [Item], _ tx: Transaction) throws -> [Result<Outcome, any Error>]

    private typealias Answer = CheckedContinuation<Outcome, any Error>

    /// Items that are carried out together, and their waiting callers.
    private final class Round: Sendable {
        private struct State {
            var items: [Item]
            var answers: [Answer]
            var isClosed = false
        }

        private let state: Mutex<State>

        init(_ item: Item, _ answer: Answer) { state = Mutex(State(items: [item], answers: [answer])) }

        /// Adds an item if the round is open and has room.
        func takes(_ item: Item, _ answer: Answer) -> Bool {
            state.withLock { state in
                guard !state.isClosed, state.items.count < WriteGroups.largest else { return false }
                state.items.append(item)
                state.answers.append(answer)
                return true
            }
        }

        /// Closes the round and returns its items. `isFirstTime` is false if the round was already closed.
        func close() -> (items: [Item], isFirstTime: Bool) {
            state.withLock { state in
                defer { state.isClosed = true }
                return (state.items, !state.isClosed)
            }
        }

        func answer(_ outcomes: [Result<Outcome, any Error>]) {
            let answers = state.withLock { $0.answers }
            for (answer, outcome) in zip(answers, outcomes) { answer.resume(with: outcome) }
        }
    }

    private struct State {
        /// The round that takes new items, unless it is closed.
        var last: Round?
        var waiting = 0
    }

    private enum Place { case nowhere, joined, begun(Round) }

    private let database: Database
    private let work: Work
    private let state = Mutex(State())

    package init(on database: Database, _ work: @escaping Work) {
        self.database = database
        self.work = work
    }

    /// The number of items that the writer has not started on.
    var waiting: Int { state.withLock { $0.waiting } }

    /// Writes an item. Returns after the commit is on disk.
    package func write(_ item: Item) async throws -> Outcome {
        try await withCheckedThrowingContinuation { answer in
            switch place(item, answer) {
            case .nowhere: answer.resume(throwing: DatabaseFault.tooManyWriters)
            case .joined: break
            case .begun(let round):
                database.write({ tx in try self.work(self.close(round), tx) }) { self.end(round, $0) }
            }
        }
    }

    /// Adds an item to the open round, or begins a new round with it.
    private func place(_ item: Item, _ answer: Answer) -> Place {
        state.withLock { state in
            guard state.waiting < WriteGroups.longestQueue else { return .nowhere }
            state.waiting += 1
            if state.last?.takes(item, answer) ?? false { return .joined }
            let round = Round(item, answer)
            state.last = round
            return .begun(round)
        }
    }

    /// Closes a round. Later items begin the next one.
    private func close(_ round: Round) -> [Item] {
        let (items, isFirstTime) = round.close()
        guard isFirstTime else { return items }
        state.withLock { state in
            state.waiting -= items.count
            if state.last === round { state.last = nil }
        }
        return items
    }

    /// If a statement failed, one item may have spoiled the whole round, so each item is then written
    /// separately. If the database failed, all items fail.
    private func end(_ round: Round, _ result: Result<[Result<Outcome, any Error>], any Error>) {
        let items = close(round)
        switch result {
        case .success(let outcomes): round.answer(outcomes)
        case .failure(DatabaseFault.statement) where items.count > 1:
            Task { round.answer(await outcomesOneByOne(of: items)) }
        case .failure(let error): round.answer(items.map { _ in .failure(error) })
        }
    }

    private func outcomesOneByOne(of items: [Item]) async -> [Result<Outcome, any Error>] {
        var outcomes: [Result<Outcome, any Error>] = []
        for item in items {
            do { outcomes += try await database.write { tx in try self.work([item], tx) } } catch {
                outcomes.append(.failure(error))
            }
        }
        return outcomes
    }
}
