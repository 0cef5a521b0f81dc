import Foundation
import Markup
package import Newsroom

/// Two texts of one story: one's own, and one that somebody else has saved or sent since it began.
package struct DraftConflict: Sendable {
    package enum Other: Sendable, Hashable {
        case colleague(name: String)
        case agency
    }

    package let theirs: TypedDraft
    package let mine: TypedDraft
    package let other: Other
    /// Whether one's own text is the stored draft.
    package let isMineStored: Bool
    /// The fields that both have changed; empty if the form below the texts has both changes.
    package let fields: Set<DraftField>

    package init(
        theirs: TypedDraft, mine: TypedDraft, other: Other, isMineStored: Bool = false, fields: Set<DraftField>
    ) {
        self.theirs = theirs
        self.mine = mine
        self.other = other
        self.isMineStored = isMineStored
        self.fields = fields
    }

    func html(in context: SiteContext) -> HTML {
        let words = context.words.drafts
        return """
            <section class="conflict" aria-labelledby="conflict">
            <h2 id="conflict">\(words.conflictHeading)</h2>
            <p>\(words.nothingLost) \(explanation(words))</p>
            <p class="hint">\(words.differences(mineName(words), theirName(words)))</p>
            \(differences(context))
            <details>
            <summary>\(words.wholeTexts)</summary>
            <div class="side-by-side">
            \(text(theirName(words), theirs, id: "theirs"))\(text(mineName(words), mine, id: "mine"))</div>
            </details>
            <p><button type="button" class="quiet" data-copies="mine" data-copied="\(context.words.saving.copied)" hidden>\
            \(context.words.saving.copy)</button></p>
            </section>

            """
    }

    private func theirName(_ words: DraftWords) -> String {
        switch other {
        case .colleague(let name): words.theirs(name)
        case .agency: words.agencyText
        }
    }

    private func mineName(_ words: DraftWords) -> String { isMineStored ? words.draftText : words.mineText }

    private func explanation(_ words: DraftWords) -> String {
        guard !fields.isEmpty else { return words.merged }
        let changed = DraftField.allCases.filter(fields.contains).map { words.fieldName($0) }
        return "\(words.conflict) \(changed.joined(separator: ", "))."
    }

    /// The words in which the other text differs from one's own.
    private func differences(_ context: SiteContext) -> HTML {
        let languageMarkup = context.languageMarkup(Language(tag: mine.language) ?? context.house.language)
        let texts = [mine, theirs].map { typed in
            VersionText(
                context: context, languageMarkup: languageMarkup, version: version(typed),
                pictures: PlacedPictures(
                    context: context, languageMarkup: languageMarkup, story: nil, gallery: Gallery([])))
        }
        return TextChangesView(
            words: context.words.versions, languageMarkup: languageMarkup, older: texts[0], newer: texts[1]
        ).html()
    }

    private func version(_ typed: TypedDraft) -> Version {
        Version(
            number: 1, headline: typed.headline, standfirst: typed.standfirst.isEmpty ? nil : typed.standfirst,
            dateline: Dateline(place: typed.place, agency: typed.agency),
            byline: typed.byline.isEmpty ? nil : typed.byline, body: typed.body, createdAt: .distantPast)
    }

    /// One text as a field that can be selected and copied.
    private func text(_ label: String, _ typed: TypedDraft, id: String) -> HTML {
        let all = [typed.headline, typed.standfirst, typed.body].filter { !$0.isEmpty }.joined(separator: "\n\n")
        return """
            <div class="field">
            <label for="\(id)">\(label)</label>
            <textarea id="\(id)" rows="12" readonly dir="auto">
            \(all)</textarea>
            </div>

            """
    }
}
