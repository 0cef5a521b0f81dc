import NIOCore
import Synchronization

/// The memory that answers may take which were made for one request and are on their way, those of all connections together. What is
/// kept for all is not counted, because it is there once, however many are sent it.
///
/// Where there is no room left, who has not taken in an answer for long is cut off, so that nobody can keep others from theirs by
/// reading slowly.
final class AnswerRoom: Sendable {
    /// Bytes of each answer that are not counted, so that short pages are sent whatever others are sent.
    static let free = 64 << 10
    private static let most = 64 << 20
    /// How long an answer may be on its way where others need its room.
    private static let patience = TimeAmount.seconds(5)

    private struct Parcel {
        let bytes: Int
        let sentAt: NIODeadline
        let connection: any Channel
    }

    private struct State {
        var parcels: [Int: Parcel] = [:]
        var bytes = 0
        var last = 0
    }

    /// An answer on its way; it has left with the last reference to this.
    final class Place: Sendable {
        private let room: AnswerRoom
        private let number: Int

        fileprivate init(_ room: AnswerRoom, _ number: Int) {
            self.room = room
            self.number = number
        }

        deinit { room.leave(number) }
    }

    private let room: Int
    private let state = Mutex(State())

    init(bytes: Int = most) { room = bytes }

    /// A place for so many bytes to this connection; `nil` where there is none.
    func place(_ bytes: Int, to connection: any Channel, now: NIODeadline = .now()) -> Place? {
        let (number, slow) = state.withLock { state in
            let slow = state.bytes + bytes > room ? Self.takeSlow(before: now - Self.patience, in: &state) : []
            guard state.bytes + bytes <= room else { return (nil as Int?, slow) }
            state.bytes += bytes
            state.last += 1
            state.parcels[state.last] = Parcel(bytes: bytes, sentAt: now, connection: connection)
            return (state.last, slow)
        }
        for connection in slow { connection.close(promise: nil) }
        return number.map { Place(self, $0) }
    }

    private static func takeSlow(before moment: NIODeadline, in state: inout State) -> [any Channel] {
        let slow = state.parcels.filter { $0.value.sentAt < moment }
        for (number, parcel) in slow {
            state.parcels[number] = nil
            state.bytes -= parcel.bytes
        }
        return slow.values.map(\.connection)
    }

    private func leave(_ number: Int) {
        state.withLock { state in
            if let parcel = state.parcels.removeValue(forKey: number) { state.bytes -= parcel.bytes }
        }
    }
}
