import Markup
import Newsroom

/// The links from an account to its data and to its end, and the notice of an end that is set.
struct PrivacySection {
    let leaving: Leaving?
    let isReader: Bool

    /// Stands at the top of the page.
    func notice(in context: SiteContext) -> HTML {
        let words = context.words.privacy
        guard let leaving else { return "" }
        return """
            <section class="notice" aria-labelledby="leaving-heading">
            <h2 id="leaving-heading">\(words.leavingHeading)</h2>
            <p>\(words.leavingOn) \(context.commentTime(leaving.at)). \
            \(leaving.comments == .keep ? words.commentsStay : words.commentsGo)</p>
            <form class="buttons" method="post" action="\(Address.accountKeep)"><button>\(words.stay)</button> \
            <a href="\(Address.accountLeave)">\(words.change)</a></form>
            </section>

            """
    }

    func html(in context: SiteContext) -> HTML {
        let words = context.words.privacy
        let leave: HTML = """
            <section aria-labelledby="leave-heading">
            <h2 id="leave-heading">\(words.leaveHeading)</h2>
            <p>\(words.leaveNote)</p>
            <p class="buttons"><a class="button" href="\(Address.accountLeave)">\(words.leaveLink)</a></p>
            </section>

            """
        return """
            <section aria-labelledby="data-heading">
            <h2 id="data-heading">\(words.downloadHeading)</h2>
            <p>\(words.downloadNote)</p>
            <p class="buttons"><a class="button" href="\(Address.accountDownload)">\(words.downloadLink)</a></p>
            </section>
            \(leave, if: isReader && leaving == nil)
            """
    }
}
