import Foundation
import Newsroom

extension ZoneFile.Clock {
    /// The abbreviation that newsrooms use for the zone (`EST`, `CET`). It is an offset such as `GMT+3` if
    /// the database has no letters, or has letters that readers elsewhere take for another zone.
    var wireName: String {
        guard abbreviation.utf8.allSatisfy(\.isASCIILetter), !abbreviation.isEmpty,
            offset == Self.wellKnown[abbreviation] ?? offset
        else { return Self.name(offset: offset) }
        return abbreviation
    }

    /// The offsets, in seconds east of Greenwich, that English-speaking readers associate with these
    /// abbreviations. China also uses `CST`, and Israel `IST`.
    private static let wellKnown = [
        "EST": -18_000, "EDT": -14_400, "CST": -21_600, "CDT": -18_000, "MST": -25_200, "MDT": -21_600, "PST": -28_800,
        "PDT": -25_200, "BST": 3_600, "IST": 19_800,
    ]

    /// A name made from the offset, such as `GMT-3:30`. Seconds are left out.
    static func name(offset: Int) -> String {
        let minutes = abs(offset) / 60
        guard minutes != 0 else { return "GMT" }
        let hours = "GMT\(offset < 0 ? "-" : "+")\(minutes / 60)"
        return minutes % 60 == 0 ? hours : hours + ":" + (minutes % 60).digits(2)
    }
}
