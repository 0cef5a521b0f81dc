/// The site's own text in one language: labels, buttons and messages, but nothing that journalists or readers
/// wrote. The defaults are English. A translation is one file that starts from `english` and replaces its
/// texts.
package struct Words: Sendable {
    package var time = TimeWords()
    package var layout = LayoutWords()
    package var lists = ListWords()
    package var story = StoryWords()
    package var share = ShareWords()
    package var pictures = PictureWords()
    package var versions = VersionWords()
    package var corrections = CorrectionWords()
    package var withdrawals = WithdrawalWords()
    package var proposals = ProposalWords()
    package var discussion = DiscussionWords()
    package var deletion = DeletionWords()
    package var live = LiveWords()
    package var coverage = CoverageWords()
    package var form = FormWords()
    package var account = AccountWords()
    package var notifications = NotificationWords()
    package var people = PeopleWords()
    package var privacy = PrivacyWords()
    package var policy = PolicyWords()
    package var reports = ReportWords()
    package var suggestions = SuggestionWords()
    package var refusals = RefusalWords()
    package var proxyErrors = ProxyErrorWords()
    package var desk = DeskWords()
    package var cases = CaseWords()
    package var rulings = RulingWords()
    package var queue = QueueWords()
    package var bulk = BulkWords()
    package var redactions = RedactionWords()
    package var jobs = JobWords()
    package var drafts = DraftWords()
    package var notes = NoteWords()
    package var gallery = GalleryWords()
    package var library = LibraryWords()
    package var libraryPicture = LibraryPictureWords()
    package var terms = TermsWords()
    package var framing = FramingWords()
    package var writing = WritingWords()
    package var saving = SavingWords()

    /// Words beside or in place of a name, which nobody may have as a name.
    package var imitable: [String] {
        [privacy.formerReader, discussion.byStaff, discussion.byAuthor, discussion.byDesk]
    }

    package static let english = Words()

    /// A sentence with one number.
    package typealias Counted = @Sendable (_ number: Int) -> String
    /// A sentence with one text, such as a name, a headline or a date.
    package typealias Named = @Sendable (_ name: String) -> String
}
