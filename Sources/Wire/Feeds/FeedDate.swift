import Foundation

extension Date {
    /// The date in RFC 3339, to the second: `2026-02-03T04:05:06Z`.
    var rfc3339: String { formatted(.iso8601) }
}

extension FeedEdition.Entry {
    /// The time of the last update in RFC 3339, almost always different for each entry of a feed. Stories of one package
    /// often share the second, and feed validators warn about entries with the same time, so the milliseconds
    /// are the last three digits of the number.
    var distinctUpdate: String {
        let milliseconds = String(number.magnitude % 1_000)
        let padded = String(repeating: "0", count: 3 - milliseconds.count) + milliseconds
        return updated.rfc3339.replacing("Z", with: ".\(padded)Z")
    }
}
