import Synchronization

/// The memory that bodies of requests may take while they arrive and are answered, those of all connections together.
final class BodyRoom: Sendable {
    /// Bytes of each body that are not counted, so that forms as people send them are taken whatever others send.
    static let free = 16 << 10
    private static let most = 32 << 20

    private let left: Atomic<Int>

    /// `bytes` beyond what is free.
    init(bytes: Int = most) { left = Atomic(bytes) }

    /// What one body takes of the room; given back with the last reference to it.
    final class Share: Sendable {
        private let room: BodyRoom
        private let taken = Atomic(0)

        init(of room: BodyRoom) { self.room = room }

        deinit { room.left.add(taken.load(ordering: .relaxed), ordering: .relaxed) }

        /// Takes so many bytes more; `false` where so many are not left.
        func grow(by bytes: Int) -> Bool {
            taken.add(bytes, ordering: .relaxed)
            return room.left.subtract(bytes, ordering: .relaxed).newValue >= 0
        }
    }
}
