import Foundation
import Newsroom

extension ZoneFile.Clock {
    /// How newsrooms of the region abbreviate the zone at that time (`EST`, `CET`); `GMT+3` where it has no letters,
    /// or such as readers elsewhere take for another time.
    var wireName: String {
        guard abbreviation.utf8.allSatisfy(\.isASCIILetter), !abbreviation.isEmpty,
            offset == Self.wellKnown[abbreviation] ?? offset
        else { return Self.name(offset: offset) }
        return abbreviation
    }

    /// Seconds east of Greenwich that readers of English take these for: `CST` is also that of China, `IST` that of
    /// Israel.
    private static let wellKnown = [
        "EST": -18_000, "EDT": -14_400, "CST": -21_600, "CDT": -18_000, "MST": -25_200, "MDT": -21_600, "PST": -28_800,
        "PDT": -25_200, "BST": 3_600, "IST": 19_800,
    ]

    /// `GMT-3:30`; seconds are left out.
    static func name(offset: Int) -> String {
        let minutes = abs(offset) / 60
        guard minutes != 0 else { return "GMT" }
        let hours = "GMT\(offset < 0 ? "-" : "+")\(minutes / 60)"
        return minutes % 60 == 0 ? hours : hours + ":" + (minutes % 60).digits(2)
    }
}
