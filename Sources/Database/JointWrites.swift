import Synchronization

/// Writes of one kind that are carried out together: all that have come when the writer gets to them are one piece of work, which may
/// ask one question about all of them and store them by one statement.
package final class JointWrites<Item: Sendable, Outcome: Sendable>: Sendable {
    /// Carries out all items as one change, and gives an outcome for each. One that is refused must have changed nothing. May run
    /// again when what it did was taken back.
    package typealias Work = @Sendable (_ items: [Item], _ tx: Transaction) throws -> [Result<Outcome, any Error>]

    private typealias Answer = CheckedContinuation<Outcome?, any Error>

    private struct State {
        var open: Round?
        var waiting = 0
    }

    private let database: Database
    private let work: Work
    private let state = Mutex(State())

    package init(on database: Database, _ work: @escaping Work) {
        self.database = database
        self.work = work
    }

    /// Items that the writer has not got to.
    var waiting: Int { state.withLock { $0.waiting } }

    /// Returns after the commit is on disk.
    package func write(_ item: Item) async throws -> Outcome {
        while true {
            if let round = try begins(item) { return try await lead(round) }
            if let outcome = try await withCheckedThrowingContinuation({ follow(item, $0) }) { return outcome }
        }
    }

    /// A round that this item is the first of; `nil` where another one is open.
    private func begins(_ item: Item) throws -> Round? {
        try state.withLock { state in
            guard state.waiting < WriteGroups.longestQueue else { throw DatabaseFault.tooManyWriters }
            if let open = state.open, open.count < WriteGroups.largest { return nil }
            let round = Round(item)
            state.open = round
            state.waiting += 1
            return round
        }
    }

    /// Adds the item to the open round, whose first writer will answer; answers nothing where that has begun meanwhile.
    private func follow(_ item: Item, _ answer: Answer) {
        let joins = state.withLock { state in
            guard let open = state.open, open.count < WriteGroups.largest else { return false }
            open.add(item, answer)
            state.waiting += 1
            return true
        }
        if !joins { answer.resume(returning: nil) }
    }

    private func lead(_ round: Round) async throws -> Outcome {
        let outcomes: [Result<Outcome, any Error>]
        do {
            outcomes = try await database.write { tx in try self.work(self.close(round), tx) }
        } catch {
            outcomes = await outcomesAfter(error, close(round))
        }
        round.answer(outcomes)
        return try outcomes[0].get()
    }

    /// All that came until now; whoever comes later begins the next round.
    private func close(_ round: Round) -> [Item] {
        state.withLock { state in
            if state.open === round { state.open = nil }
            state.waiting -= round.close()
            return round.items
        }
    }

    /// One item may have spoilt it for all: each is tried by itself. Where the database is what failed, all have failed.
    private func outcomesAfter(_ error: any Error, _ items: [Item]) async -> [Result<Outcome, any Error>] {
        guard items.count > 1, case DatabaseFault.statement = error else { return items.map { _ in .failure(error) } }
        var outcomes: [Result<Outcome, any Error>] = []
        for item in items {
            do { outcomes += try await database.write { tx in try self.work([item], tx) } } catch {
                outcomes.append(.failure(error))
            }
        }
        return outcomes
    }
}

extension JointWrites {
    /// Items that are carried out together, and whom to answer: all but the first one, which answers.
    private final class Round: Sendable {
        private struct State {
            var items: [Item]
            var answers: [Answer] = []
            var isClosed = false
        }

        private let state: Mutex<State>

        init(_ first: Item) { state = Mutex(State(items: [first])) }

        var items: [Item] { state.withLock { $0.items } }
        var count: Int { state.withLock { $0.items.count } }

        func add(_ item: Item, _ answer: Answer) {
            state.withLock { state in
                state.items.append(item)
                state.answers.append(answer)
            }
        }

        /// Gives the number of items; 0 where it was closed before.
        func close() -> Int {
            state.withLock { state in
                defer { state.isClosed = true }
                return state.isClosed ? 0 : state.items.count
            }
        }

        func answer(_ outcomes: [Result<Outcome, any Error>]) {
            let answers = state.withLock { $0.answers }
            for (answer, outcome) in zip(answers, outcomes.dropFirst()) { answer.resume(with: outcome.map { $0 }) }
        }
    }
}
