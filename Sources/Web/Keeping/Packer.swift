import Dispatch
import Synchronization

/// Makes the compressed forms of kept pages, off the way of requests: one page at a time, once for each, when somebody asks for a
/// page who takes them, and only of pages that have stood for a moment, so that a page which changes many times a second is not
/// packed many times.
final class Packer: Sendable {
    private static let moment: DispatchTimeInterval = .milliseconds(100)
    /// Pages that wait. More are offered again when they are asked for again.
    private static let most = 512

    private let store: PageStore
    private let queue = DispatchQueue(label: "packer", qos: .utility)
    private let waiting = Mutex<Set<String>>([])

    init(store: PageStore) { self.store = store }

    /// Takes note of a page that somebody would have in one of these codings.
    func offer(_ page: KeptPage, as key: String, accepted codings: [ContentCoding]) {
        guard page.isPackable, codings.first != .identity else { return }
        let isFirst = waiting.withLock { waiting in
            guard waiting.count < Self.most else { return false }
            return waiting.insert(key).inserted && waiting.count == 1
        }
        if isFirst { queue.asyncAfter(deadline: .now() + Self.moment) { self.packWhatWaits() } }
    }

    private func packWhatWaits() {
        let keys = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        for key in keys {
            guard let page = store.kept(key), page.isPackable else { continue }
            store.replace(page, by: page.packed(), as: key)
        }
    }
}
