import Markup
package import Newsroom

/// Two texts of one draft: the stored one, and the one that was not saved because it began from an older one.
package struct DraftConflict: Sendable {
    package let theirs: TypedDraft
    package let mine: TypedDraft
    /// The name of the person who saved the stored text.
    package let name: String
    /// The fields that both have changed; empty if the form below the texts has both changes.
    package let fields: Set<DraftField>

    package init(theirs: TypedDraft, mine: TypedDraft, name: String, fields: Set<DraftField>) {
        self.theirs = theirs
        self.mine = mine
        self.name = name
        self.fields = fields
    }

    func html(in context: SiteContext) -> HTML {
        let words = context.words.drafts
        return """
            <section class="conflict" aria-labelledby="conflict">
            <h2 id="conflict">\(words.conflictHeading)</h2>
            <p>\(words.nothingLost) \(explanation(words))</p>
            <div class="side-by-side">
            \(text(words.theirs(name), theirs, id: "theirs"))\(text(words.mineText, mine, id: "mine"))</div>
            <p><button type="button" class="quiet" data-copies="mine" data-copied="\(context.words.saving.copied)" hidden>\
            \(context.words.saving.copy)</button></p>
            </section>

            """
    }

    private func explanation(_ words: DraftWords) -> String {
        guard !fields.isEmpty else { return words.merged }
        let changed = DraftField.allCases.filter(fields.contains).map { words.fieldName($0) }
        return "\(words.conflict) \(changed.joined(separator: ", "))"
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
