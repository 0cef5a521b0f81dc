import Markup
import Newsroom

/// The pictures of a story in the form of its draft: lines with numbers and captions. With scripts, a list with small
/// images takes their place, and a dialog chooses pictures from the library.
struct GalleryField {
    let context: SiteContext
    let typed: String
    /// `nil` for a new story, which has no address to come back to yet.
    let draft: Draft.ID?
    let refusal: Refusal?

    func html() -> HTML {
        let words = context.words.gallery
        let field = Field(
            name: "gallery", label: words.label, kind: .text(rows: 3), hint: words.hint, isRequired: false,
            value: typed, refusal: refusal, note: refusal?.note(in: context))
        let choose: HTML? = draft.map { id in
            """
            <p class="choose"><button class="quiet" formaction="\(Address.draft(id, "pictures"))">\(words.saveAndChoose)\
            </button></p>

            """
        }
        return """
            <div class="gallery-field" data-library="\(Address.library)" data-name="\(words.name("{number}"))">
            \(field.html())\(choose)\(tools(words))</div>

            """
    }

    /// The parts that only scripts use.
    private func tools(_ words: GalleryWords) -> HTML {
        """
        <template id="gallery-tools">
        <p class="label" aria-hidden="true">\(words.label)</p>
        <ol class="chosen" aria-label="\(words.chosen)"></ol>
        <p class="buttons"><button type="button" class="quiet choosing">\(words.choose)</button></p>
        <p class="unseen moves" aria-live="polite" data-moved="\(words.moved("{number}", "{place}"))" \
        data-removed="\(words.removed("{number}"))" data-added="\(words.added("{number}"))"></p>
        <dialog class="picker" aria-labelledby="picker-heading">
        <h2 id="picker-heading">\(words.choose)</h2>
        <div class="filter" role="search">
        <div class="field"><label for="picker-text">\(context.words.library.filterText)</label>
        <input type="search" id="picker-text"></div>
        <p class="buttons"><button type="button" class="quiet finding">\(words.find)</button></p>
        </div>
        <p class="field"><label for="picker-files">\(words.uploadHere)</label> <input type="file" id="picker-files" multiple \
        accept="image/jpeg,image/png,image/gif,image/webp,image/tiff"></p>
        <ul class="uploads" data-lost="\(context.words.library.notSent)" data-sending="\(context.words.library.sending)"></ul>
        <ul class="library"></ul>
        <p class="none" hidden>\(context.words.library.none)</p>
        <p class="buttons"><button type="button" class="more-pictures quiet" hidden>\(context.words.library.older)</button> \
        <button type="button" class="closing">\(words.done)</button></p>
        </dialog>
        <div class="chosen-tools">
        <label>\(words.caption) <input type="text" dir="auto" maxlength="2000"></label>
        <span><button type="button" class="plain up">\(words.up)</button> \
        <button type="button" class="plain down">\(words.down)</button> \
        <button type="button" class="plain remove">\(words.remove)</button> \
        <a class="texts" target="_blank">\(words.texts)</a></span>
        </div>
        </template>

        """
    }
}
