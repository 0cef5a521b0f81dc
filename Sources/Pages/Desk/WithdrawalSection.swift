import Foundation
import Markup
import Newsroom

/// The part of the desk's page on a story that withdraws it, brings it back, or makes it a draft again.
struct WithdrawalSection {
    let page: StoryDeskPage
    let context: SiteContext

    func html() -> HTML {
        guard page.story.withdrawal != nil || page.staff.may(.publish) else { return "" }
        let words = context.words.withdrawals
        let state = page.story.withdrawal.map(withdrawn) ?? "\(unpublishing(), if: page.mayUnpublish)\(withdrawing())"
        // Without a form, the typed reason stands where it can be copied.
        let typed = page.story.withdrawal.flatMap { _ in page.withdrawing?.reason }.flatMap { $0.isEmpty ? nil : $0 }
        return """
            <section aria-labelledby="withdrawal">
            <h2 id="withdrawal">\(words.title)</h2>
            \(page.withdrawing?.refusal.note(in: context))\(KeptText(context: context, text: typed).html())\
            \(page.reversed.map(reversed))\(state)</section>

            """
    }

    private func withdrawn(_ withdrawal: Withdrawal) -> HTML {
        let words = context.words.withdrawals
        let since: HTML = " \(context.storyTime(withdrawal.at))."
        let reason: HTML? = withdrawal.reason.map { " \(context.words.discussion.reason($0))" }
        return switch withdrawal.origin {
        case .unpublished: "<p>\(words.isDraft)\(since)\(draft ?? " \(words.isDiscarded)")</p>\n"
        case .agency: "<p>\(words.isWithdrawn)\(since)\(reason) \(words.byAgency)</p>\n"
        case .desk:
            "<p>\(words.isWithdrawn)\(since)\(reason)</p>\n\(restoring(withdrawal), if: page.staff.may(.publish))"
        }
    }

    private var draft: HTML? {
        page.draft.map { " <a href=\"\(Address.draft($0))\">\(context.words.withdrawals.openDraft)</a>" }
    }

    private func restoring(_ withdrawal: Withdrawal) -> HTML {
        """
        <form class="narrow" method="post" action="\(Address.withdrawal(page.story.id, "restore"))">
        <p>\(context.words.withdrawals.restoreNote)</p>
        <input type="hidden" name="withdrawn-at" value="\(withdrawal.at.milliseconds)">
        <button class="quiet">\(context.words.withdrawals.restore)</button>
        </form>

        """
    }

    private func withdrawing() -> HTML {
        let (words, typed) = (context.words.withdrawals, page.withdrawing)
        let field = Field(
            name: "withdrawal-reason", label: words.reason, hint: words.reasonHint, isRequired: true,
            value: typed?.reason ?? "", refusal: typed?.refusal)
        return """
            <details class="discard"\(" open", if: typed != nil)>
            <summary>\(words.withdraw)</summary>
            <form class="narrow" method="post" action="\(Address.withdrawal(page.story.id, "withdraw"))">
            <p>\(words.withdrawNote)</p>
            \(field.html())\(version)<button>\(words.withdraw)</button>
            </form>
            </details>

            """
    }

    private func unpublishing() -> HTML {
        let words = context.words.withdrawals
        let end = page.story.publishedAt.addingTimeInterval(Story.unpublishSeconds)
        return """
            <form class="narrow" method="post" action="\(Address.withdrawal(page.story.id, "unpublish"))">
            <p>\(words.unpublishNote(context.clockTime(end, near: page.story.publishedAt)))</p>
            \(version)<button class="quiet">\(words.unpublish)</button>
            </form>

            """
    }

    /// The version that the page shows, so that nobody withdraws one that they have not read.
    private var version: HTML {
        "<input type=\"hidden\" name=\"version\" value=\"\(page.story.current.number)\">\n"
    }

    private func time(_ date: Date) -> String { context.words.time.short(context.time.moment(date)) }

    private func reversed(_ record: ReversedWithdrawal) -> HTML {
        let words = context.words.withdrawals
        let isDraft = record.withdrawal.origin == .unpublished
        let (since, until) = (time(record.withdrawal.at), time(record.at))
        let left = isDraft ? words.wasDraft(since) : words.wasWithdrawn(since)
        let returned = isDraft ? words.publishedAgain(record.by, until) : words.returned(record.by, until)
        let reason: HTML? = record.withdrawal.reason.map { " \(context.words.discussion.reason($0))" }
        return "<p class=\"case-facts\">\(left)\(reason) \(returned)</p>\n"
    }
}
