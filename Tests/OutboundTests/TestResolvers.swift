import Newsroom
import Outbound
import Synchronization

/// Returns its answers in turn, and then repeats the last one. Counts the lookups.
final class ScriptedResolver: HostResolver {
    private let answers: Mutex<[[NetworkAddress]]>
    private let asked = Atomic(0)

    /// Each answer is a list of addresses, separated by spaces.
    init(_ answers: String...) {
        self.answers = Mutex(answers.map { $0.split(separator: " ").compactMap { NetworkAddress(String($0)) } })
    }

    var questions: Int { asked.load(ordering: .relaxed) }

    func addresses(of name: String) async throws -> [NetworkAddress] {
        asked.add(1, ordering: .relaxed)
        return answers.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
    }
}

/// Never answers. Ends when the caller is canceled.
struct SilentResolver: HostResolver {
    func addresses(of name: String) async throws -> [NetworkAddress] {
        let (endless, continuation) = AsyncStream<Never>.makeStream()
        for await _ in endless {}
        continuation.finish()
        throw CancellationError()
    }
}
