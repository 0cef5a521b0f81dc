import Dispatch
import Synchronization

/// Makes the compressed forms of kept pages, and lays long forms in files, off the way of requests: one at a time, once for each, when
/// somebody asks for a page who takes it so. Pages are packed only after they have stood for a moment, so that one which changes many
/// times a second is not packed many times; to lay one in a file takes less than to send it twice.
final class Packer: Sendable {
    private enum Wish: Hashable {
        case packed
        case laid(ContentCoding)
    }

    private struct Wanted: Hashable {
        let key: String
        let wish: Wish
    }

    private static let moment: DispatchTimeInterval = .milliseconds(100)
    /// Wishes that wait or are being fulfilled. More are told again when the page is asked for again.
    private static let most = 512
    /// What was asked for less often since it was rendered is not worth a file.
    private static let readsForAFile = 16

    private let store: PageStore
    private let files = PageFiles()
    private let queue = DispatchQueue(label: "packer", qos: .utility)
    private let waiting = Mutex<Set<Wanted>>([])

    init(store: PageStore) { self.store = store }

    /// Takes note of a page that somebody would have in one of these codings.
    func offer(_ page: KeptPage, as key: String, accepted codings: [ContentCoding]) {
        guard page.isPackable, codings.first != .identity else { return }
        want(Wanted(key: key, wish: .packed), at: .now() + Self.moment)
    }

    /// Takes note of a form that is sent to somebody.
    func offer(_ form: Representation, as key: String) {
        if form.isToBeLaid { want(Wanted(key: key, wish: .laid(form.coding)), at: .now()) }
    }

    private func want(_ wanted: Wanted, at moment: DispatchTime) {
        let isNew = waiting.withLock { $0.count < Self.most && $0.insert(wanted).inserted }
        if isNew { queue.asyncAfter(deadline: moment) { self.fulfil(wanted) } }
    }

    private func fulfil(_ wanted: Wanted) {
        defer { waiting.withLock { _ = $0.remove(wanted) } }
        guard let page = store.kept(wanted.key, reads: wanted.wish == .packed ? 0 : Self.readsForAFile),
            let other = made(of: page, wanted.wish)
        else { return }
        store.replace(page, by: other, as: wanted.key)
    }

    private func made(of page: KeptPage, _ wish: Wish) -> KeptPage? {
        switch wish {
        case .packed: page.isPackable ? page.packed() : nil
        case .laid(let coding): page.laid(coding, files, room: store.roomOfOne)
        }
    }
}
