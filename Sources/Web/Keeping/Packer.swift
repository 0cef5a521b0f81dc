import Dispatch
import Synchronization

/// Makes the compressed forms of kept pages, and lays long ones in files, off the way of requests: one page at a time, once for each,
/// when somebody asks for a page who takes it so, and only of pages that have stood for a moment, so that a page which changes many
/// times a second is not packed many times.
final class Packer: Sendable {
    private static let moment: DispatchTimeInterval = .milliseconds(100)
    /// Pages that wait. More are offered again when they are asked for again.
    private static let most = 512

    private let store: PageStore
    private let queue = DispatchQueue(label: "packer", qos: .utility)
    private let files = PageFiles()
    /// By their keys, and whether they are to be compressed.
    private let waiting = Mutex<[String: Bool]>([:])

    init(store: PageStore) { self.store = store }

    /// Takes note of a page that somebody would have in one of these codings.
    func offer(_ page: KeptPage, as key: String, accepted codings: [ContentCoding]) {
        let isToPack = page.isPackable && codings.first != .identity
        guard isToPack || codings.first == .identity && page.isToBeLaid else { return }
        let isFirst = waiting.withLock { waiting in
            guard waiting.count < Self.most else { return false }
            let isNew = waiting.updateValue(isToPack || waiting[key] == true, forKey: key) == nil
            return isNew && waiting.count == 1
        }
        if isFirst { queue.asyncAfter(deadline: .now() + Self.moment) { self.packWhatWaits() } }
    }

    private func packWhatWaits() {
        let pages = waiting.withLock { waiting in
            defer { waiting = [:] }
            return waiting
        }
        for (key, isToPack) in pages {
            guard let page = store.kept(key) else { continue }
            if isToPack, page.isPackable {
                store.replace(page, by: page.packed(files), as: key)
            } else if page.isToBeLaid, let laid = page.laid(files) {
                store.replace(page, by: laid, as: key)
            }
        }
    }
}
