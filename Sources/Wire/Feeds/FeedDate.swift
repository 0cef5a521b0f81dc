import Foundation
import Newsroom

extension Date {
    /// RFC 3339 to the second: `2026-02-03T04:05:06Z`.
    var rfc3339: String { formatted(.iso8601) }
}

extension StorySummary {
    /// When the story was updated, in RFC 3339. Stories of one package often share the second, and two entries of a feed may not:
    /// the milliseconds are the end of the story's number.
    var distinctUpdate: String {
        let milliseconds = String(id.number.magnitude % 1_000)
        let padded = String(repeating: "0", count: 3 - milliseconds.count) + milliseconds
        return updatedAt.rfc3339.replacing("Z", with: ".\(padded)Z")
    }
}
