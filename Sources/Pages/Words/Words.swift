/// Every sentence of the site's furniture in one language: what the house says, and nothing of what its writers and readers
/// say. What stands here is English; a translation starts from `english` and replaces what it has, in one file of its own.
package struct Words: Sendable {
    package var time = TimeWords()
    package var layout = LayoutWords()
    package var lists = ListWords()
    package var story = StoryWords()
    package var pictures = PictureWords()
    package var versions = VersionWords()
    package var discussion = DiscussionWords()
    package var live = LiveWords()
    package var form = FormWords()
    package var policy = PolicyWords()
    package var reports = ReportWords()
    package var refusals = RefusalWords()
    package var desk = DeskWords()
    package var rulings = RulingWords()

    package static let english = Words()

    /// A sentence with one number in it.
    package typealias Counted = @Sendable (_ number: Int) -> String
    /// A sentence with somebody's or something's name in it.
    package typealias Named = @Sendable (_ name: String) -> String
}
