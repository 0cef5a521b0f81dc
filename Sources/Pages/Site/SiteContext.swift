package import Foundation
package import Markup
package import Newsroom
import Synchronization

/// The data that all pages of a site share: the newspaper, its words, its time and its address on the web. It
/// is created at startup and again when settings change, and is a reference type because every part of every
/// page holds it.
package final class SiteContext: Sendable {
    /// The color of the paper in the style sheet, in the light scheme.
    package static let paper = "#fcfaf5"

    package let house: House
    package let words: Words
    /// The public address of the site, without a slash at its end.
    package let base: SafeURL
    package let time: HouseTime
    /// The words that pages of the desk show only when asked for.
    let masks: WordMasks
    /// The topics in the navigation.
    package let sections: CurrentSections
    /// Whether a page shows a refused form again. Its title begins with a word that says so.
    let isRefusing: Bool
    private let refusing: SiteContext?
    /// The sentences for the live script, as JSON in an attribute. They are the same on all pages.
    let liveSentences: HTML
    /// The markup of texts in the newspaper's own language, which most texts are in.
    private let houseMarkup: LanguageMarkup
    /// The markup of recent comment times. A busy discussion shows the same ones again and again.
    private let commentTimes = Mutex<[Date: HTML]>([:])
    private static let commentTimesKept = 4_096
    private let parts = Mutex<[Part: HTML]>([:])

    package convenience init(
        house: House, words: Words = .english, base: SafeURL, masks: WordMasks = .none,
        sections: CurrentSections = CurrentSections()
    ) {
        self.init(
            house, words, base, masks, sections,
            refusing: SiteContext(house, words, base, masks, sections, refusing: nil))
    }

    private init(
        _ house: House, _ words: Words, _ base: SafeURL, _ masks: WordMasks, _ sections: CurrentSections,
        refusing: SiteContext?
    ) {
        self.sections = sections
        self.refusing = refusing
        isRefusing = refusing == nil
        self.house = house
        self.words = words
        self.base = base
        self.masks = masks
        time = HouseTime(zone: house.timeZone)
        houseMarkup = LanguageMarkup(house: house.language, text: house.language)
        liveSentences = HTML(text: words.live.sentences.json)
    }

    /// The context of pages that show a refused form again.
    package var refused: SiteContext { refusing ?? self }

    /// A time in the newspaper's zone, such as `Sat Feb 2, 2013 6:16pm EST`, in a `time` element.
    package func storyTime(_ date: Date) -> HTML {
        "<time datetime=\"\(HouseTime.machineReadable(date))\">\(words.time.long(time.moment(date)))</time>"
    }

    /// The shorter form for comments, such as `Feb 02, 2013 7:08am EST`.
    package func commentTime(_ date: Date) -> HTML {
        if let written = commentTimes.withLock({ $0[date] }) { return written }
        let written: HTML = """
            <time datetime="\(HouseTime.machineReadable(date))">\(words.time.short(time.moment(date)))</time>
            """
        commentTimes.withLock { times in
            if times.count >= Self.commentTimesKept { times.removeAll() }
            times[date] = written
        }
        return written
    }

    /// A time such as `8:45 pm` if it is on the same day as `other`; otherwise the form for comments, with
    /// the day and the zone.
    func time(_ date: Date, near other: Date) -> HTML {
        "<time datetime=\"\(HouseTime.machineReadable(date))\">\(clockTime(date, near: other))</time>"
    }

    /// The same as plain text, for sentences.
    package func clockTime(_ date: Date, near other: Date) -> String {
        let (moment, neighbor) = (time.moment(date), time.moment(other))
        let isSameDay = (moment.year, moment.month, moment.day) == (neighbor.year, neighbor.month, neighbor.day)
        return isSameDay ? words.time.hour(moment) : words.time.short(moment)
    }

    /// A part that many pages share. It is rendered once and then cached.
    func part(_ part: Part, _ write: () -> HTML) -> HTML {
        if let written = parts.withLock({ $0[part] }) { return written }
        let written = write()
        parts.withLock { $0[part] = written }
        return written
    }

    /// The day as text for a sentence, such as `Feb 16, 2013`.
    func day(_ date: Date) -> String { words.time.day(time.moment(date)) }

    /// How a text in a language appears on pages of this site.
    func languageMarkup(_ language: Language) -> LanguageMarkup {
        language == house.language ? houseMarkup : LanguageMarkup(house: house.language, text: language)
    }

    /// The address in absolute form, for other sites and machines.
    package func absolute(_ address: SafeURL) -> SafeURL { address.absolute(below: base) }
}

extension SiteContext {
    /// The parts that `part` caches. Each has only a few values, so requests cannot make the cache grow.
    enum Part: Hashable {
        case links
        case foot(showsDisclaimer: Bool)
        case welcome
        case emptyCommentFields
        case clauses(selected: String?)
    }
}
