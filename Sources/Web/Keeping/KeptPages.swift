import Newsroom

/// What a `PageStore` holds in its lock.
struct KeptPages {
    final class Entry {
        var page: KeptPage
        var lastUse: UInt64
        /// How often it was asked for since it was rendered.
        var reads = 0
        /// Whether something has happened since that it does not show: then it is shown no more, unless nothing newer can be had.
        var isOld = false

        init(_ page: KeptPage, _ lastUse: UInt64) {
            self.page = page
            self.lastUse = lastUse
        }
    }

    var entries: [String: Entry] = [:]
    var bySubject: [Subject: Set<String>] = [:]
    var cost = 0
    /// Pages that were put in or asked for so far.
    var uses: UInt64 = 0
    var record = ChangeRecord()
    /// Nothing is kept while changes cannot be followed.
    var isBlind = true
    let keepsOld: Bool

    /// Keeps a page, unless a change has touched it since it was rendered or it is larger than a quarter of the room.
    mutating func keep(_ page: KeptPage, _ keeping: Keeping, as key: String, room: Int) {
        guard !isBlind, page.cost <= Self.roomOfOne(in: room), record.isUntouched(keeping.subjects, since: page.asOf)
        else { return }
        remove(key)
        insert(page, key)
        if cost > room { makeRoom(room) }
    }

    /// The sitemap of fifty thousand stories has 7 MB and is to be kept at the standard setting.
    static func roomOfOne(in room: Int) -> Int { room / 4 }

    mutating func exchange(_ entry: Entry, _ page: KeptPage) {
        cost += page.cost - entry.page.cost
        entry.page = page
    }

    private mutating func insert(_ page: KeptPage, _ key: String) {
        uses += 1
        entries[key] = Entry(page, uses)
        cost += page.cost
        for subject in page.keeping?.subjects ?? [] { bySubject[subject, default: []].insert(key) }
    }

    /// All, where the whole house is touched.
    func keys(touchedBy change: Change) -> Set<String> {
        guard let subjects = Subject.touched(by: change) else { return Set(entries.keys) }
        return subjects.reduce(into: []) { $0.formUnion(bySubject[$1] ?? []) }
    }

    /// A page that shows what was taken back is gone; one that only lacks something is an old page.
    mutating func drop(_ key: String, for change: Change) {
        guard change.kind.takesNothingBack, let entry = entries[key] else { return remove(key) }
        retire(key, entry)
    }

    /// An old page is the first to go where room is needed, and takes no file from others.
    mutating func retire(_ key: String, _ entry: Entry) {
        guard keepsOld else { return remove(key) }
        exchange(entry, entry.page.takenUp)
        (entry.isOld, entry.lastUse) = (true, 0)
    }

    private mutating func remove(_ key: String) {
        guard let entry = entries.removeValue(forKey: key) else { return }
        cost -= entry.page.cost
        for subject in entry.page.keeping?.subjects ?? [] {
            bySubject[subject]?.remove(key)
            if bySubject[subject]?.isEmpty == true { bySubject[subject] = nil }
        }
    }

    mutating func removeAll() {
        entries = [:]
        bySubject = [:]
        cost = 0
    }

    /// Makes some room ahead, so that the search for what is least used is not repeated for every page.
    mutating func makeRoom(_ room: Int) {
        for key in entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }).map(\.key) {
            guard cost > room / 8 * 7 else { return }
            remove(key)
        }
    }
}
