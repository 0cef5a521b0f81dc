import Dispatch
import Newsroom
import Synchronization
import TestSupport
import Testing

@testable import Operations

@Suite("The queue of password checks", .timeLimit(.minutes(5)))
struct PasswordQueueTests {
    /// Password checks that wait until they are released one by one, and record their passwords in order.
    private final class Gate: Sendable {
        private let semaphore = DispatchSemaphore(value: 0)
        private let checked = Mutex<[String]>([])

        var order: [String] { checked.withLock { $0 } }

        func check(_ password: String, _ hash: String) -> Bool {
            semaphore.wait()
            checked.withLock { $0.append(password) }
            return password == hash
        }

        func letGo(_ count: Int = 1) { for _ in 0..<count { semaphore.signal() } }
    }

    private final class Client: Sendable {
        private let left = Mutex(false)

        var hasLeft: Bool { left.withLock { $0 } }

        func leave() { left.withLock { $0 = true } }
    }

    /// Runs waiting checks on separate threads, because other tests share only a few.
    private final class Threads: TaskExecutor {
        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            DispatchQueue.global().async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
        }
    }

    private func begin(
        _ queue: PasswordQueue, _ password: String, lane: PasswordQueue.Lane = .others, client: Client = Client(),
        waiting count: Int
    ) async throws -> Task<Result<Bool, Refusal>, Never> {
        let task = Task(executorPreference: Threads()) {
            do throws(Refusal) {
                return Result<Bool, Refusal>.success(
                    try await queue.matches(password, "right", lane: lane, hasLeft: { client.hasLeft }))
            } catch { return .failure(error) }
        }
        try await waitUntil { queue.count == count }
        return task
    }

    /// A queue whose first check is in progress.
    private func occupied(_ gate: Gate) async throws -> (PasswordQueue, Task<Result<Bool, Refusal>, Never>) {
        let (stream, continuation) = AsyncStream<Void>.makeStream()
        let queue = PasswordQueue { password, hash in
            continuation.yield()
            return gate.check(password, hash)
        }
        let first = try await begin(queue, "first", waiting: 0)
        for await _ in stream { break }
        return (queue, first)
    }

    @Test("Checks run one at a time, known browsers first, and the queue has a limit")
    func order() async throws {
        let gate = Gate()
        let (queue, first) = try await occupied(gate)
        var tasks: [Task<Result<Bool, Refusal>, Never>] = []
        for number in 1...PasswordQueue.longest {
            tasks.append(try await begin(queue, "\(number)", waiting: number))
        }
        let late = try await begin(queue, "late", waiting: PasswordQueue.longest)
        await #expect(throws: Refusal.self) { _ = try await late.value.get() }
        let known = try await begin(queue, "right", lane: .knownBrowsers, waiting: PasswordQueue.longest + 1)
        gate.letGo(PasswordQueue.longest + 2)
        #expect(try await first.value.get() == false)
        #expect(try await known.value.get() == true)
        for task in tasks { #expect(try await task.value.get() == false) }
        #expect(gate.order == ["first", "right"] + (1...PasswordQueue.longest).map(String.init))
        #expect(queue.count == 0)
    }

    @Test("A check whose client has left is skipped and makes room in the queue")
    func left() async throws {
        let gate = Gate()
        let (queue, first) = try await occupied(gate)
        let clients = (1...PasswordQueue.longest).map { _ in Client() }
        var tasks: [Task<Result<Bool, Refusal>, Never>] = []
        for (index, client) in clients.enumerated() {
            tasks.append(try await begin(queue, "gone", client: client, waiting: index + 1))
        }
        for client in clients { client.leave() }
        let real = try await begin(queue, "right", client: Client(), waiting: 1)
        for task in tasks { await #expect(throws: Refusal.self) { _ = try await task.value.get() } }
        let gone = Client()
        let another = try await begin(queue, "gone", client: gone, waiting: 2)
        gone.leave()
        gate.letGo(2)
        #expect(try await first.value.get() == false)
        #expect(try await real.value.get() == true)
        await #expect(throws: Refusal.self) { _ = try await another.value.get() }
        #expect(gate.order == ["first", "right"])
    }
}
