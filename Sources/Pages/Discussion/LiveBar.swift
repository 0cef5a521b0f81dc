import Markup

/// How readers of a discussion learn of what is new in it: by a script while they read, or by loading the page again.
struct LiveBar {
    let context: SiteContext
    /// The address of the page that it stands on.
    let page: SafeURL

    private var words: LiveWords { context.words.live }

    /// The way to what is new without scripts.
    var again: HTML {
        "<p class=\"again\"><a href=\"\(page)\">\(words.again)</a></p>\n"
    }

    /// Where the script says what is new; empty without one.
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
