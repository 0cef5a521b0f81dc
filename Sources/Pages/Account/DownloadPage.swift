package import Foundation
package import Markup
package import Newsroom

/// The page on which a person orders and fetches an archive of their data.
package struct DownloadPage: Sendable {
    package let download: Download?
    package let now: Date
    package let refusal: Refusal?

    package init(download: Download?, now: Date, refusal: Refusal? = nil) {
        self.download = download
        self.now = now
        self.refusal = refusal
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.privacy
        let layout = Layout(
            context: context, title: words.downloadLink, kind: "form-page", isIndexed: false, showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <p class="kicker"><a href="\(Address.account)">\(context.words.account.title)</a></p>
            <h1>\(words.downloadLink)</h1>
            </header>
            <p class="welcome">\(words.contents)</p>
            \(refusal?.note(in: context))\(state(context))\(order(words))\
            <p class="back"><a href="\(Address.account)">\(words.back)</a></p>

            """)
    }

    private func state(_ context: SiteContext) -> HTML {
        let words = context.words.privacy
        guard let download else { return "" }
        guard let madeAt = download.madeAt else {
            return """
                <div class="notice" role="status"><p>\(words.ordered) \(context.commentTime(download.orderedAt)). \
                \(words.collecting)</p>
                <p class="buttons"><a class="button" href="\(Address.accountDownload)">\(words.look)</a></p></div>

                """
        }
        return """
            <div class="notice" role="status"><p>\(words.ready) \(context.commentTime(madeAt)). \
            \(words.until) \(context.commentTime(download.expiresAt)).</p>
            <p class="buttons"><a class="button" href="\(Address.accountArchive)" download>\(words.download)</a></p></div>

            """
    }

    private func order(_ words: PrivacyWords) -> HTML {
        guard download?.againAt(now) == nil else { return "<p class=\"meta\">\(words.onceAnHour)</p>\n" }
        return """
            <form method="post" action="\(Address.accountDownload)">
            <button>\(download == nil ? words.order : words.orderAgain)</button>
            </form>

            """
    }
}
