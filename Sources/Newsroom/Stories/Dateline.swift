/// The place that a story was reported from, and the agency that carried it: `DAMASCUS (Reuters)`.
package struct Dateline: Sendable, Hashable, Codable {
    /// `nil` if the agency names no place: `(Reuters)`.
    package let place: WireText?
    package let agency: WireText?

    package init(place: String?, agency: String? = nil) {
        self.place = place.map { WireText($0) }
        self.agency = agency.map { WireText($0) }
    }
}
