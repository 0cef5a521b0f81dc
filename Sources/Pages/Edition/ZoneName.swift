import Foundation

extension TimeZone {
    /// How newsrooms of the region abbreviate the zone (`EST`, `CET`); `GMT+3` where English has no abbreviation for it.
    func wireName(at date: Date) -> String {
        let style: NSTimeZone.NameStyle = isDaylightSavingTime(for: date) ? .shortDaylightSaving : .shortStandard
        let names = Self.englishes.lazy.compactMap { self.localizedName(for: style, locale: Locale(identifier: $0)) }
        return names.first { $0.utf8.allSatisfy(\.isLetter) } ?? nameFromOffset(secondsFromGMT(for: date))
    }

    /// Each English abbreviates the zones of its own part of the world, and writes all others as offsets.
    private static let englishes = ["en_US", "en_GB", "en_AU", "en_IN", "en_ZA", "en_NZ"]

    private func nameFromOffset(_ seconds: Int) -> String {
        guard seconds != 0 else { return "GMT" }
        let minutes = abs(seconds) / 60
        let hours = "GMT\(seconds < 0 ? "-" : "+")\(minutes / 60)"
        return minutes % 60 == 0 ? hours : hours + ":" + (minutes % 60).digits(2)
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self & ~0x20) }
}
