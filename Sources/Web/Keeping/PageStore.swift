import Foundation
import Newsroom
import Synchronization

/// The pages that are kept: bounded in bytes, what was least used goes first, and what a change touches goes at once.
final class PageStore: Sendable {
    /// Bytes; 0 keeps nothing.
    private let room: Int
    private let state: Mutex<KeptPages>
    private let drifts = Atomic(false)

    /// `keepsOld`: pages on which something is missing stay as long as there is room, for the time when the database is away.
    init(room: Int, keepsOld: Bool = false) {
        self.room = room
        state = Mutex(KeptPages(keepsOld: keepsOld))
    }

    /// Whether the database is away, so that what is kept may be older than what others show by now.
    var isAdrift: Bool {
        get { drifts.load(ordering: .relaxed) }
        set { drifts.store(newValue, ordering: .relaxed) }
    }

    /// The page under this key, where it still shows what is; `orOlder` where the database is away.
    func page(_ key: String, now: Date, orOlder: Bool = false) -> KeptPage? {
        state.withLock { state in
            guard let entry = state.entries[key] else { return nil }
            if let until = entry.page.keeping?.until, until <= now, !entry.isOld { state.retire(key, entry) }
            guard state.entries[key] != nil, orOlder || !entry.isOld else { return nil }
            state.uses += 1
            entry.lastUse = state.uses
            entry.reads += 1
            return entry.page
        }
    }

    /// Whether this page is the one that is kept.
    func keeps(_ page: KeptPage, as key: String) -> Bool { state.withLock { $0.entries[key]?.page === page } }

    /// Keeps a page that may be kept, see `KeptPages`.
    func keep(_ page: KeptPage, as key: String) {
        guard let keeping = page.keeping else { return }
        state.withLock { $0.keep(page, keeping, as: key, room: room) }
    }

    /// What one page may take of the room, in bytes.
    var roomOfOne: Int { KeptPages.roomOfOne(in: room) }

    /// Puts the same page with more forms, or in a file, in its place, where it is still the one that is kept.
    func replace(_ page: KeptPage, by other: KeptPage, as key: String) {
        state.withLock { state in
            guard let entry = state.entries[key], entry.page === page else { return }
            state.exchange(entry, other)
            if state.cost > room { state.makeRoom(room) }
        }
    }

    /// Begins to follow changes after this one.
    func begin(after number: Int64) {
        state.withLock { state in
            state.removeAll()
            state.record = ChangeRecord(after: number)
            state.isBlind = false
        }
    }

    /// Drops every page that these changes touch, and keeps in the same moment those that were rendered anew. Changes come in the
    /// order of their numbers.
    func turn(for changes: [Change], to renewed: [(key: String, page: KeptPage)] = []) {
        state.withLock { state in
            state.isBlind = false
            for change in changes {
                state.record.append(change)
                for key in state.keys(touchedBy: change) { state.drop(key, for: change) }
            }
            for (key, page) in renewed {
                if let keeping = page.keeping { state.keep(page, keeping, as: key, room: room) }
            }
        }
    }

    /// The pages that these changes touch and that were read so often since they were rendered, the most read first.
    func popular(touchedBy changes: some Sequence<Change>, reads: Int, most: Int) -> [String] {
        state.withLock { state in
            guard !state.entries.isEmpty else { return [] }
            var found: [String: Int] = [:]
            for subject in Set(changes.flatMap { Subject.touched(by: $0) ?? [] }) {
                for key in state.bySubject[subject] ?? [] {
                    if let entry = state.entries[key], !entry.isOld, entry.reads >= reads { found[key] = entry.reads }
                }
            }
            return found.sorted { $0.value > $1.value }.prefix(most).map(\.key)
        }
    }

    /// Drops everything, and keeps nothing until changes can be followed again.
    func dropAll() {
        state.withLock { state in
            state.removeAll()
            state.isBlind = true
        }
    }

    /// The page that is kept under the key and was asked for so often since it was rendered, looked at by no reader.
    func kept(_ key: String, reads: Int = 0) -> KeptPage? {
        state.withLock { $0.entries[key].flatMap { $0.isOld || $0.reads < reads ? nil : $0.page } }
    }

    /// Whether a page shows what there was as of a change, though it may have been begun before it.
    func isCurrent(_ page: KeptPage, asOf number: Int64) -> Bool {
        guard page.asOf < number else { return true }
        guard let keeping = page.keeping else { return false }
        return state.withLock { $0.record.isUntouched(keeping.subjects, since: page.asOf) }
    }

    /// The latest change for which pages were dropped.
    var latestChange: Int64 { state.withLock { $0.record.latest } }

    /// Answers that were given from here so far.
    var answers: Int { state.withLock { Int(clamping: $0.uses) } }

    /// Bytes that the kept pages take, and how many there are.
    var size: (bytes: Int, pages: Int) { state.withLock { ($0.cost, $0.entries.count) } }
}
