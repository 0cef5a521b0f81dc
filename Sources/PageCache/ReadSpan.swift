import Synchronization

/// The range of snapshots that one rendering has read. A rendering may read more than once.
package final class ReadSpan: Sendable {
    private struct Numbers {
        var earliest: Int64
        var latest: Int64
    }

    private let numbers = Mutex<Numbers?>(nil)

    package init() {}

    /// Adds a read that saw every change up to this number, and none after it.
    package func add(_ number: Int64) {
        numbers.withLock { numbers in
            numbers = Numbers(
                earliest: min(numbers?.earliest ?? number, number), latest: max(numbers?.latest ?? number, number))
        }
    }

    /// Every read saw all changes up to this number; `nil` before the first read.
    package var earliest: Int64? { numbers.withLock { $0?.earliest } }

    /// No read saw a change after this number; `nil` before the first read.
    package var latest: Int64? { numbers.withLock { $0?.latest } }
}
