import Markup

/// Text that was typed into a form which is not there anymore, to be copied.
struct KeptText {
    let text: String

    func html(in context: SiteContext) -> HTML {
        """
        <div class="field">
        <label for="kept">\(context.words.form.typedText)</label>
        <textarea id="kept" rows="8" readonly dir="auto">
        \(text)</textarea>
        </div>

        """
    }
}
