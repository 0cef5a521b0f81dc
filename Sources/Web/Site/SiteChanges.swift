import HTTPServer
import Newsroom
import Operations
import PageCache
import Pages

/// Shows changes on the site: invalidates the pages that they touch, and sends events to the listeners.
struct SiteChanges: ChangeConsumer {
    let store: SharedPageStore
    let sections: CurrentSections
    let listeners: Listeners
    let renewal: PageRenewal

    func begin(after number: Int64, isFirst: Bool) {
        sections.expire()
        store.begin(after: number)
        if !isFirst { listeners.tellToReload(number) }
    }

    func wantsToPrepare(for changes: [Change]) -> Bool { renewal.isWanted(for: changes) }

    func prepare(
        for changes: inout [Change], later: (_ after: Int64, _ upTo: Int64) async throws -> [Change]
    ) async throws -> @Sendable ([Change]) -> Void {
        let pages = try await renewal.pages(touchedBy: &changes, later: later)
        return { show($0, replacing: pages) }
    }

    func show(_ changes: [Change]) { show(changes, replacing: []) }

    func loseTrack() { store.suspend() }

    func setDisconnected(_ isDisconnected: Bool) { store.isDisconnected = isDisconnected }

    private func show(_ changes: [Change], replacing pages: [(key: String, page: SharedPage)]) {
        store.apply(changes.map(Invalidation.init), replacing: pages)
        listeners.tell(changes)
    }
}
