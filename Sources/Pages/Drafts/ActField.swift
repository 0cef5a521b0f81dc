import Markup
import Newsroom

/// The choice of the act that publishes changes of a published story, and the note to readers that belongs to it.
struct ActField {
    let context: SiteContext
    let typed: TypedDraft
    let refusal: Refusal?

    func html() -> HTML {
        let words = context.words.drafts
        let note = Field(
            name: "correction", label: words.correctionNote, kind: .text(rows: 3), hint: words.correctionHint,
            isRequired: false, value: typed.correction, refusal: refusal, note: refusal?.note(in: context))
        return """
            <fieldset class="field acts" id="act">
            <legend>\(words.act)</legend>
            \(Version.Act.ofPublished.map { choice($0, words) })</fieldset>
            \(note.html())
            """
    }

    private func choice(_ act: Version.Act, _ words: DraftWords) -> HTML {
        let isChosen = typed.act == act.rawValue || (typed.act.isEmpty && act == .update)
        return """
            <div class="choice">
            <input type="radio" name="act" value="\(act.rawValue)" id="act-\(act.rawValue)"\(" checked", if: isChosen)>
            <label for="act-\(act.rawValue)">\(words.actName(act)) <span>\(words.actHint(act))</span></label>
            </div>

            """
    }
}
