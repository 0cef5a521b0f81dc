import Markup
import Newsroom

/// Buttons that copy the canonical address of the page or hand it to the device's own share sheet. They need scripts
/// and send nothing to other sites.
struct ShareLine {
    let context: SiteContext
    let languageMarkup: LanguageMarkup

    func html() -> HTML {
        let words = context.words.share
        return """
            <p class="share" data-copied="\(words.copied)" \
            data-failed="\(words.failed)">\
            <button type="button" class="quiet" data-copies-link>\(languageMarkup.furniture("\(words.copy)"))</button> \
            <button type="button" class="quiet" data-shares-link hidden>\(languageMarkup.furniture("\(words.share)"))</button> \
            <bdi aria-live="polite"></bdi></p>

            """
    }
}
