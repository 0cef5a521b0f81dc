import Markup
import Newsroom

/// How readers of a discussion learn of what is new in it: by a script while they read, or by loading the page again.
struct LiveBar {
    let edition: Edition
    let story: StoryReference
    let order: ThreadOrder
    /// Whether the page is the answer to a form that was refused.
    let isRefused: Bool

    private var words: LiveWords { edition.words.live }

    /// The way to what is new without scripts.
    var again: HTML {
        "<p class=\"again\"><a href=\"\(here)\">\(words.again)</a></p>\n"
    }

    /// Where the script says what is new; empty without one.
    func html() -> HTML {
        """
        <div class="live" hidden>
        <p role="status"></p>
        <button type="button" hidden>\(words.show)</button>
        <a class="first" href="#comments" hidden>\(words.first)</a>
        <a class="load" href="\(here)" hidden>\(words.again)</a>
        \(edition.liveSentences)
        </div>

        """
    }

    /// This very page, whichever part of the discussion it is; an empty reference means the document itself (RFC 3986, section
    /// 4.4). A refused form was sent to an address that cannot be asked for.
    private var here: HTML { isRefused ? "\(Address.story(story, order: order))" : "" }
}
