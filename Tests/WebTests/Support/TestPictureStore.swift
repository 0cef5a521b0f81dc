import Darkroom
import Foundation
import Synchronization

/// A picture store with one picture, which can be unavailable. Counts the reads of pictures.
final class TestPictureStore: PictureStore {
    private let asked = Mutex(0)
    private let away: Mutex<Bool>

    init(isAway: Bool = false) { away = Mutex(isAway) }

    var count: Int { asked.withLock { $0 } }

    var isAway: Bool {
        get { away.withLock { $0 } }
        set { away.withLock { $0 = newValue } }
    }

    func rendition(_ name: String) async throws -> [UInt8]? {
        asked.withLock { $0 += 1 }
        guard !isAway else {
            throw PictureStoreFault(isLasting: false, "The bucket at 127.0.0.1 does not answer.")
        }
        return name == TestStories.rendition ? [0xFF, 0xD8, 0xFF, 0xD9] : nil
    }

    func keep(_ renditions: [FinishedRendition]) async throws {}

    func keepOriginal(_ file: URL, as name: String) async throws {}

    func copyOriginal(_ name: String, to file: URL) async throws -> Bool { false }

    func delete(_ names: [String]) async throws {}

    func missing(among names: [String]) async throws -> [String] { [] }

    func look() async throws {}

    func lookAgain() async throws -> Bool { !isAway }
}
