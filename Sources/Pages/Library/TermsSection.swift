import Markup
import Newsroom

/// The usage terms of a picture: the words of its source, what was understood, and the form that confirms it.
struct TermsSection {
    let context: SiteContext
    let picture: LibraryPicture
    let mayConfirm: Bool
    /// The typed time, after a refusal.
    let typedEnd: String?
    let typedSingleUse: Bool?
    let refusal: Refusal?

    private var words: TermsWords { context.words.terms }

    func html() -> HTML {
        let text = picture.picture.provenance.usageTerms
        let said: HTML =
            text.map { "<blockquote class=\"said\" dir=\"auto\">\($0)</blockquote>\n" } ?? "<p>\(words.none)</p>\n"
        return """
            <section aria-labelledby="terms">
            <h2 id="terms">\(words.heading)</h2>
            \(said)\(state)\(form, if: mayConfirm)</section>

            """
    }

    /// The member of staff who has confirmed the terms, or a note that nobody has.
    private var state: HTML {
        if let confirmation = picture.termsConfirmation {
            return
                "<p class=\"meta\">\(words.confirmedBy(confirmation.by)) \(context.commentTime(confirmation.at))</p>\n"
        }
        guard picture.picture.provenance.usageTerms != nil else { return "" }
        return "<p><strong>\(words.unconfirmed)</strong> \(understood)</p>\n"
    }

    private var understood: HTML {
        var parts: [HTML] = []
        if picture.terms.isSingleUse { parts.append("\(words.singleUse)") }
        if let end = picture.terms.endsAt { parts.append("\(words.until) \(context.storyTime(end))") }
        return parts.isEmpty ? "\(words.nothing)" : "\(words.understood) \(parts.joined(separator: "; "))."
    }

    /// The box that confirms an end in the past.
    private var past: HTML {
        """
        <p class="checkbox"><label><input type="checkbox" name="ended" value="yes"> \(words.ended)</label></p>

        """
    }

    private var form: HTML {
        let end = typedEnd ?? TypedDraft.Time(picture.terms.endsAt, in: context).text
        let field = Field(
            name: "ends-at", label: words.endLabel, kind: .time, hint: words.endHint, isRequired: false, value: end,
            refusal: refusal, form: "terms-", note: refusal?.note(in: context, form: "terms-"))
        return """
            <form method="post" action="\(Address.libraryPicture(picture.id, "terms"))" novalidate>
            \(refusal?.field == nil ? refusal?.note(in: context, form: "terms-") : nil)\
            <input type="hidden" name="revision" value="\(picture.revision)">
            <p class="checkbox"><label><input type="checkbox" name="single-use" value="yes"\
            \(" checked", if: typedSingleUse ?? picture.terms.isSingleUse)> \(words.singleUseLabel)</label></p>
            \(field.html())\(past, if: refusal?.code == .picture(.endHasPassed))<p class="buttons"><button class="quiet">\(words.confirm)</button></p>
            </form>

            """
    }
}
