/// The place that a story was reported from, and the agency that carried it: `DAMASCUS (Reuters)`.
package struct Dateline: Sendable, Hashable {
    /// `nil` if the agency names no place: `(Reuters)`.
    package let place: String?
    package let agency: String?

    package init(place: String?, agency: String? = nil) {
        self.place = place
        self.agency = agency
    }
}
