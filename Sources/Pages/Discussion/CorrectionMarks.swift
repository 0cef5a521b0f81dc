import Markup
import Newsroom

/// The marks of comments that quote a passage of the story which was corrected later.
struct CorrectionMarks {
    private let context: SiteContext
    private let story: StoryReference
    private let changes: [Comment.ID: CorrectedPassages.Change]

    /// Takes no time if the story was not corrected, or if none of the comments quotes anything.
    init(_ divider: UpdateDivider, on story: Story, in threads: [Newsroom.Thread]) {
        context = divider.context
        self.story = divider.story
        let corrected = divider.updates.correctedTexts
        guard !corrected.isEmpty else {
            changes = [:]
            return
        }
        let languageMarkup = context.languageMarkup(story.language)
        let passages = CorrectedPassages(
            corrected.map { text in
                CorrectedPassages.Change(
                    version: text.version, act: text.act, before: QuotableText(text.before, in: languageMarkup),
                    after: QuotableText(text.after, in: languageMarkup))
            }, current: QuotableText(story.current.text, in: languageMarkup))
        changes = passages.changes(quotedIn: threads)
    }

    /// The mark leads to the comparison, which shows the passage as it was and as it is, with the note.
    func mark(_ comment: Comment.ID) -> HTML? {
        guard let change = changes[comment] else { return nil }
        let words = context.words.discussion
        return """
            <p class="update-mark"><a href="\(Address.version(story, change.version))">\
            \(change.act == .clarification ? words.quotesClarified : words.quotesCorrected)</a></p>

            """
    }
}
