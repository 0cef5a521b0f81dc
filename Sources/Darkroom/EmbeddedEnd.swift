import Foundation
import Newsroom

/// The end of a picture's use as its file states it in fields for programs: License End Date (PLUS 2.0.1), and
/// Expiration Date and Time (IIM 2:37 and 2:38).
struct EmbeddedEnd {
    static let tags = ["XMP-plus:LicenseEndDate", "IPTC:ExpirationDate", "IPTC:ExpirationTime"]

    /// The end as words, which staff read below the usage terms, and which `PictureTerms` understands.
    let words: String

    /// `nil` if the file states no end. Of several, the earliest counts.
    init?(_ values: EmbeddedValues) {
        let time = values.line("IPTC:ExpirationTime").map { " " + $0 } ?? ""
        let stated = [
            values.line("XMP-plus:LicenseEndDate"), values.line("IPTC:ExpirationDate").map { $0 + time },
        ]
        let ends = stated.compactMap { $0.flatMap(Self.end) }
        guard let first = ends.min(by: { $0.date < $1.date }) else { return nil }
        words = first.words
    }

    /// Reads `2026:12:31`, `2026:12:31 18:30:00` or `2026:12:31 18:30:00+01:00`, as exiftool prints dates. A time
    /// without a zone counts as UTC. `2026:12` and `2026` mean their last day.
    private static func end(_ text: String) -> (date: Date, words: String)? {
        let text = text.replacing(/^(\d{4})-(\d\d)$/) { "\($0.output.1):\($0.output.2)" }
        if text.wholeMatch(of: /\d{4}/) != nil { return end("\(text):12:31") }
        if let month = text.wholeMatch(of: /(\d{4}:\d\d)/)?.output.1 {
            return (28...31).reversed().lazy.compactMap { end("\(month):\($0)") }.first
        }
        let shape = /(\d{4}):(\d\d):(\d\d)(?: (\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?/
        guard let found = text.wholeMatch(of: shape)?.output else { return nil }
        let day = "\(found.1)-\(found.2)-\(found.3)"
        let moment = "\(day)T\(found.4 ?? "00:00"):00\(found.5 ?? "Z")"
        guard let date = try? Date(moment, strategy: .iso8601) else { return nil }
        return (date, found.4 == nil ? "Valid until \(day)." : PictureTerms.words(forEnd: date))
    }
}
