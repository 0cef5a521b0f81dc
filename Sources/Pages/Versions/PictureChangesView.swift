import Markup
import Newsroom

/// The pictures in which two versions differ, each with a small picture and what happened to it.
struct PictureChangesView {
    let context: SiteContext
    let languageMarkup: LanguageMarkup
    let comparison: GalleryComparison

    private var words: VersionWords { context.words.versions }

    func html() -> HTML {
        guard !comparison.changes.isEmpty else { return "" }
        return """
            <h3>\(languageMarkup.furniture("\(words.pictures)"))</h3>
            <ul class="picture-list">
            \(comparison.changes.map(item))</ul>

            """
    }

    private func item(_ change: GalleryComparison.Change) -> HTML {
        let lines = facts(change).map { "<p class=\"meta\">\(languageMarkup.furniture("\($0)"))</p>\n" as HTML }
        let picture = SmallPicture(
            languageMarkup: languageMarkup, picture: change.picture, unnamed: context.words.pictures.unnamed(1, 1))
        return """
            <li>\(picture.html())<div>
            \(lines)\(caption(change))</div></li>

            """
    }

    private func facts(_ change: GalleryComparison.Change) -> [String] {
        switch (change.older, change.newer) {
        case (nil, let newer?): [words.pictureAdded(newer)]
        case (let older?, nil): [words.pictureRemoved(older)]
        case (let older?, let newer?) where change.isMoved: [words.pictureMoved(older, newer)]
        default: []
        }
    }

    /// The caption, with its changed words.
    private func caption(_ change: GalleryComparison.Change) -> HTML {
        let caption = languageMarkup.typeset(change.picture.caption)
        guard let earlier = change.earlierCaption.map(languageMarkup.typeset) else {
            return caption.isEmpty ? "" : "<p\(languageMarkup.attributes)>\(caption)</p>\n"
        }
        let comparison = Comparison(from: [earlier].filter { !$0.isEmpty }, to: [caption].filter { !$0.isEmpty })
        let changes = ComparisonView(words: words, languageMarkup: languageMarkup, comparison: comparison)
        return """
            <p class="meta">\(languageMarkup.furniture("\(words.newCaption)"))</p>
            <div\(languageMarkup.attributes)>
            \(changes.html())</div>

            """
    }
}
