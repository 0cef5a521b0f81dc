import Dispatch
import Synchronization

/// Makes the compressed forms of kept pages, off the way of requests: one page at a time, once for each, and only of pages that
/// have stood for a moment, so that a page which changes many times a second is not packed many times.
final class Packer: Sendable {
    private static let moment: DispatchTimeInterval = .milliseconds(100)

    private let store: PageStore
    private let queue = DispatchQueue(label: "packer", qos: .utility)
    private let waiting = Mutex<[String: KeptPage]>([:])

    init(store: PageStore) { self.store = store }

    func offer(_ page: KeptPage, as key: String) {
        guard page.isPackable else { return }
        let isFirst = waiting.withLock { waiting in
            waiting[key] = page
            return waiting.count == 1
        }
        if isFirst { queue.asyncAfter(deadline: .now() + Self.moment) { self.packWhatWaits() } }
    }

    private func packWhatWaits() {
        let pages = waiting.withLock { waiting in
            defer { waiting = [:] }
            return waiting
        }
        for (key, page) in pages where store.isKept(page, as: key) {
            store.replace(page, by: page.packed(), as: key)
        }
    }
}
