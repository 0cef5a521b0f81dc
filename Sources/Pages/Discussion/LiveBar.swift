import Markup

/// The bar that announces news in a discussion. A script fills it while the page is open; without the script,
/// a link reloads the page.
struct LiveBar {
    let context: SiteContext
    /// The address of the page that contains the bar.
    let page: SafeURL

    private var words: LiveWords { context.words.live }

    /// The link that reloads the page, for browsers without scripts.
    var again: HTML {
        "<p class=\"again\"><a href=\"\(page)\">\(words.again)</a></p>\n"
    }

    /// The bar that the script fills. It is hidden without the script.
    func html() -> HTML {
        """
        <div class="live" data-sentences="\(context.liveSentences)" hidden>
        <p role="status"></p>
        <button type="button" hidden>\(words.show)</button>
        <a class="first" href="#comments" hidden>\(words.first)</a>
        <a class="load" href="\(page)" hidden>\(words.again)</a>
        </div>

        """
    }
}
