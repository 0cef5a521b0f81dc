import Markup
import Newsroom

/// The changes between two versions: the acts with their notes, the words of each part, and the pictures.
struct VersionChanges {
    let context: SiteContext
    let languageMarkup: LanguageMarkup
    let story: StoryReference
    let older: VersionText
    let newer: VersionText
    let steps: [VersionStep]

    private var words: VersionWords { context.words.versions }

    func html() -> HTML {
        let title = words.changes(older.version.number, newer.version.number)
        let text = TextChangesView(words: words, languageMarkup: languageMarkup, older: older, newer: newer)
        return """
            <section class="changes" aria-labelledby="changes">
            <h2 id="changes">\(languageMarkup.furniture("\(title)"))</h2>
            \(acts)\(text.html())\(pictures)</section>

            """
    }

    /// The acts of all versions in between, if there are any. The act of a single one stands above.
    private var acts: HTML {
        guard steps.count > 1 else { return steps.first.map { note(of: $0) } ?? "" }
        return "<ul class=\"steps\">\n\(steps.map(item))</ul>\n"
    }

    private func item(_ step: VersionStep) -> HTML {
        let label: HTML = """
            <a href="\(Address.version(story, step.version))">\(words.version(step.version))</a>: \
            \(context.words.corrections.name(step.act)), \(context.storyTime(step.at))
            """
        return "<li><p class=\"meta\">\(languageMarkup.furniture(label))</p>\n\(note(of: step))</li>\n"
    }

    private func note(of step: VersionStep) -> HTML {
        guard let note = step.note else { return "" }
        return "<p class=\"typed\"\(languageMarkup.attributes)>\(languageMarkup.typeset(note))</p>\n"
    }

    private var pictures: HTML {
        let (older, newer) = (older.pictures.gallery, newer.pictures.gallery)
        return PictureChangesView(
            context: context, languageMarkup: languageMarkup, comparison: GalleryComparison(from: older, to: newer)
        ).html()
    }
}
