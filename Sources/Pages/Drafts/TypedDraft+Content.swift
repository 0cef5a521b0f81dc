import Foundation
package import Newsroom

extension TypedDraft {
    /// The form of a stored draft.
    package init(_ content: DraftContent, in context: SiteContext) {
        self.init(content) { Time($0, in: context) }
    }
}

extension TypedDraft.Time {
    /// A moment as the newspaper's clocks show it.
    init(_ date: Date?, in context: SiteContext) {
        guard let date else {
            self.init()
            return
        }
        let shown = context.time.moment(date)
        let day = "\(shown.year.digits(4))-\(shown.month.digits(2))-\(shown.day.digits(2))"
        let text = "\(day)T\(shown.hour.digits(2)):\(shown.minute.digits(2))"
        let moments = context.time.dates(local: text) ?? []
        self.init(text, clock: moments.count < 2 ? "" : moments.first == date ? "1" : "2")
    }
}
