package import Foundation
package import Markup
package import Newsroom
import Synchronization

/// The things that all pages of a site share: the house, its words, its time and its address on the web. Made once, at the start; a
/// reference, because every part of every page holds it.
package final class SiteContext: Sendable {
    package let house: House
    package let words: Words
    /// The public address of the house, without a slash at its end.
    package let base: SafeURL
    package let time: HouseTime
    /// The sentences of the live script, as JSON in an attribute. They are the same on all pages.
    let liveSentences: HTML
    /// The markup of recent times of comments. A busy discussion shows the same ones again and again.
    private let commentTimes = Mutex<[Date: HTML]>([:])
    private static let commentTimesKept = 4_096
    private let parts = Mutex<[Part: HTML]>([:])

    package init(house: House, words: Words = .english, base: SafeURL) {
        self.house = house
        self.words = words
        self.base = base
        time = HouseTime(zone: house.timeZone)
        liveSentences = HTML(text: words.live.sentences.json)
    }

    /// `Sat Feb 2, 2013 6:16pm EST`, in the house's zone, with the same moment for machines.
    package func storyTime(_ date: Date) -> HTML {
        "<time datetime=\"\(HouseTime.machineReadable(date))\">\(words.time.long(time.moment(date)))</time>"
    }

    /// `Feb 02, 2013 7:08am EST`, likewise.
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

    /// A part that many pages share, put together and escaped once.
    func part(_ part: Part, _ write: () -> HTML) -> HTML {
        if let written = parts.withLock({ $0[part] }) { return written }
        let written = write()
        parts.withLock { $0[part] = written }
        return written
    }

    /// `Feb 16, 2013`, as text for a sentence.
    func day(_ date: Date) -> String { words.time.day(time.moment(date)) }

    /// How a text in another language must be marked on pages of this site.
    func languageMarkup(_ language: Language) -> LanguageMarkup {
        LanguageMarkup(house: house.language, text: language)
    }

    /// An address as other sites and machines need it: with the site's own in front.
    func absolute(_ address: SafeURL) -> SafeURL { address.absolute(below: base) }
}

extension SiteContext {
    /// The parts that `part` caches. Each has few values, whatever is asked for.
    enum Part: Hashable {
        case links
        case foot(showsDisclaimer: Bool)
        case welcome
        case emptyCommentFields
        case clauses(selected: String?)
    }
}
