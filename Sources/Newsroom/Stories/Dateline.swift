/// Where a story was reported from and by whom it was carried: `DAMASCUS (Reuters)`.
package struct Dateline: Sendable, Hashable {
    package let place: String
    package let agency: String?

    package init(place: String, agency: String? = nil) {
        self.place = place
        self.agency = agency
    }
}
