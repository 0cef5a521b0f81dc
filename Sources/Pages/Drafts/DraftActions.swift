import Markup
import Newsroom

extension DraftPage {
    /// Actions that do not need the text of the form.
    func otherActions(_ context: SiteContext) -> HTML {
        guard let draft, let stamp else { return "" }
        let words = context.words.drafts
        let giveBack = draft.state == .submitted || draft.state == .scheduled
        return """
            <div class="draft-actions">
            \(action("return", words.giveBack, draft, stamp), if: giveBack)\
            \(discarding(draft, stamp, words), if: draft.state != .published)\
            <p class="meta"><a href="\(Address.deskStories)">\(words.backToList)</a></p>
            </div>

            """
    }

    /// Discarding asks once more, without a script.
    private func discarding(_ draft: Draft, _ stamp: DraftStamp, _ words: DraftWords) -> HTML {
        """
        <details class="discard">
        <summary>\(words.discard)</summary>
        \(action("discard", draft.story == nil ? words.discardForGood : words.discardChanges, draft, stamp))</details>

        """
    }

    private func action(_ name: String, _ label: String, _ draft: Draft, _ stamp: DraftStamp) -> HTML {
        """
        <form method="post" action="\(Address.draft(draft.id, name))">
        <input type="hidden" name="revision" value="\(stamp.revision)">
        <input type="hidden" name="lease" value="\(stamp.lease)">
        <input type="hidden" name="sent">
        <button class="plain">\(label)</button>
        </form>

        """
    }
}
