import Synchronization

/// Writes of one kind that are carried out together: all that have come when the writer gets to them are one piece of work, which may
/// ask one question about all of them and store them by one statement.
package final class JointWrites<Item: Sendable, Outcome: Sendable>: Sendable {
    /// Carries out all items as one change, and gives an outcome for each. One that is refused must have changed nothing. May run
    /// again when what it did was taken back.
    package typealias Work = @Sendable (_ items: [Item], _ tx: Transaction) throws -> [Result<Outcome, any Error>]

    private typealias Answer = CheckedContinuation<Outcome, any Error>

    /// Items that are carried out together, and whom to answer.
    private struct Round {
        var items: [Item] = []
        var answers: [Answer] = []
        var isClosed = false
    }

    private struct State {
        /// Those that are not answered, by their numbers.
        var rounds: [Int: Round] = [:]
        /// The number of the round that takes more items, if it is not closed.
        var last = 0
        var waiting = 0
    }

    private enum Place { case nowhere, joined, begun(round: Int) }

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
        try await withCheckedThrowingContinuation { answer in
            switch place(item, answer) {
            case .nowhere: answer.resume(throwing: DatabaseFault.tooManyWriters)
            case .joined: break
            case .begun(let round):
                database.write({ tx in try self.work(self.close(round), tx) }) { self.end(round, $0) }
            }
        }
    }

    /// Adds an item to the round that takes more, or begins another one.
    private func place(_ item: Item, _ answer: Answer) -> Place {
        state.withLock { state in
            guard state.waiting < WriteGroups.longestQueue else { return .nowhere }
            let open = state.rounds[state.last].map { !$0.isClosed && $0.items.count < WriteGroups.largest } ?? false
            if !open { state.last += 1 }
            state.rounds[state.last, default: Round()].items.append(item)
            state.rounds[state.last]?.answers.append(answer)
            state.waiting += 1
            return open ? .joined : .begun(round: state.last)
        }
    }

    /// All that came until now; whoever comes later begins the next round.
    private func close(_ number: Int) -> [Item] {
        state.withLock { state in
            guard let round = state.rounds[number] else { return [] }
            if !round.isClosed { state.waiting -= round.items.count }
            state.rounds[number]?.isClosed = true
            return round.items
        }
    }

    /// One item may have spoilt it for all: then each is tried by itself. Where the database is what failed, all have failed.
    private func end(_ round: Int, _ result: Result<[Result<Outcome, any Error>], any Error>) {
        let items = close(round)
        switch result {
        case .success(let outcomes): answer(round, outcomes)
        case .failure(DatabaseFault.statement) where items.count > 1:
            Task { answer(round, await outcomesOneByOne(of: items)) }
        case .failure(let error): answer(round, items.map { _ in .failure(error) })
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

    private func answer(_ round: Int, _ outcomes: [Result<Outcome, any Error>]) {
        let answers = state.withLock { $0.rounds.removeValue(forKey: round)?.answers ?? [] }
        for (answer, outcome) in zip(answers, outcomes) { answer.resume(with: outcome) }
    }
}
