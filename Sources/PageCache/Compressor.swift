import Dispatch
import Synchronization

/// Compresses stored pages and writes long representations to files, away from the threads that answer
/// requests. It runs one task at a time. A request for a page schedules a task, unless the same task is
/// already waiting.
///
/// Compression starts after a short delay, so that a page that changes many times a second is not compressed
/// each time. A file is written without a delay, because writing it takes less time than sending it twice.
package final class Compressor<Key: Hashable & Sendable, Subject: Hashable & Sendable>: Sendable {
    private enum Form: Hashable {
        case compressed
        case filed(ContentCoding)
    }

    private struct Task: Hashable {
        let key: Key
        let form: Form
    }

    private static var delay: DispatchTimeInterval { .milliseconds(100) }
    /// The maximum number of tasks that wait or run. Further tasks are dropped; the next request for the page
    /// adds its task again.
    private static var mostTasks: Int { 512 }
    /// A representation with fewer reads since the last rendering is not worth a file.
    private static var readsForAFile: Int { 16 }

    private let store: PageStore<Key, Subject>
    private let files = MemoryFiles()
    private let queue = DispatchQueue(label: "compressor", qos: .utility)
    private let tasks = Mutex<Set<Task>>([])

    init(store: PageStore<Key, Subject>) { self.store = store }

    /// Notes a request for a page by a client that accepts these codings.
    package func note(_ page: CachedPage<Subject>, as key: Key, accepted codings: [ContentCoding]) {
        guard page.isCompressible, codings.first != .identity else { return }
        schedule(Task(key: key, form: .compressed), at: .now() + Self.delay)
    }

    /// Notes that a representation is sent.
    package func note(_ representation: Representation, as key: Key) {
        if representation.wantsFile { schedule(Task(key: key, form: .filed(representation.coding)), at: .now()) }
    }

    private func schedule(_ task: Task, at moment: DispatchTime) {
        let isNew = tasks.withLock { $0.count < Self.mostTasks && $0.insert(task).inserted }
        if isNew { queue.asyncAfter(deadline: moment) { self.run(task) } }
    }

    private func run(_ task: Task) {
        defer { tasks.withLock { _ = $0.remove(task) } }
        guard let page = store.peek(task.key, reads: task.form == .compressed ? 0 : Self.readsForAFile),
            let other = form(task.form, of: page)
        else { return }
        store.replace(page, by: other, as: task.key)
    }

    private func form(_ form: Form, of page: CachedPage<Subject>) -> CachedPage<Subject>? {
        switch form {
        case .compressed: page.isCompressible ? page.compressed() : nil
        case .filed(let coding): page.filed(coding, in: files, limit: store.limitOfOne)
        }
    }
}
