import NIOCore
import Synchronization

/// Limits the memory of responses in flight over all connections. Only responses that were made for one
/// request count: cached bytes are in memory once, however many clients get them.
///
/// Once the budget is used up, connections whose response has been in flight for too long are closed, so that
/// slow clients cannot keep others from theirs.
final class ResponseBudget: Sendable {
    /// Bytes of a response that does not count, so that short pages are always sent.
    static let free = 64 << 10
    private static let limit = 64 << 20
    /// How long a response may be in flight when others need its memory.
    private static let patience = TimeAmount.seconds(5)

    private struct Entry {
        let bytes: Int
        let sentAt: NIODeadline
        let connection: any Channel
    }

    private struct State {
        var entries: [Int: Entry] = [:]
        var bytes = 0
        var last = 0
    }

    /// The part of the budget that one response takes, freed with the last reference to it.
    final class Share: Sendable {
        private let budget: ResponseBudget
        private let number: Int

        fileprivate init(_ budget: ResponseBudget, _ number: Int) {
            self.budget = budget
            self.number = number
        }

        deinit { budget.giveBack(number) }
    }

    private let limit: Int
    private let state = Mutex(State())

    init(bytes: Int = limit) { limit = bytes }

    /// A share of this many bytes for a response on this connection; `nil` if there is no room.
    func share(_ bytes: Int, to connection: any Channel, now: NIODeadline = .now()) -> Share? {
        let (number, slow) = state.withLock { state in
            let slow = state.bytes + bytes > limit ? Self.removeSlow(before: now - Self.patience, from: &state) : []
            guard state.bytes + bytes <= limit else { return (nil as Int?, slow) }
            state.bytes += bytes
            state.last += 1
            state.entries[state.last] = Entry(bytes: bytes, sentAt: now, connection: connection)
            return (state.last, slow)
        }
        for connection in slow { connection.close(promise: nil) }
        return number.map { Share(self, $0) }
    }

    private static func removeSlow(before moment: NIODeadline, from state: inout State) -> [any Channel] {
        let slow = state.entries.filter { $0.value.sentAt < moment }
        for (number, entry) in slow {
            state.entries[number] = nil
            state.bytes -= entry.bytes
        }
        return slow.values.map(\.connection)
    }

    private func giveBack(_ number: Int) {
        state.withLock { state in
            if let entry = state.entries.removeValue(forKey: number) { state.bytes -= entry.bytes }
        }
    }
}
