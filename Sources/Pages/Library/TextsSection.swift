import Markup
import Newsroom

/// The texts of a picture that the viewer may not change: it was removed, or a published story shows it.
struct TextsSection {
    let picture: Picture

    func html(in context: SiteContext) -> HTML {
        let (words, texts) = (context.words.libraryPicture, PictureTexts(picture))
        let rows = [
            (words.caption, texts.caption), (words.alternativeText, texts.alternativeText),
            (words.credit, texts.credit),
            (words.creator, texts.creator), (words.source, texts.source), (words.copyright, texts.copyright),
        ].filter { !$0.1.isEmpty }
        guard !rows.isEmpty else { return "" }
        let items = rows.map { "<dt>\($0)</dt> <dd dir=\"auto\">\($1)</dd>\n" as HTML }
        return """
            <section aria-labelledby="texts">
            <h2 id="texts">\(words.texts)</h2>
            <dl class="facts">
            \(items)</dl>
            </section>

            """
    }
}
