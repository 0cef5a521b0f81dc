package import Markup
package import Newsroom

/// One case: with its form while it is open, with the ruling that stands on it afterwards.
package struct CasePage: Sendable {
    package let staff: Staff
    package let deskCase: Case
    /// What the comment said before its writer changed it, oldest first.
    package let earlierTexts: [String]
    /// The ruling that stands; `nil` while the case is open.
    package let ruling: Ruling?
    /// The sentence as it was typed, where the form comes back.
    package let sentence: String?
    package let refusal: Refusal?

    package init(
        staff: Staff, deskCase: Case, earlierTexts: [String], ruling: Ruling?, sentence: String? = nil,
        refusal: Refusal? = nil
    ) {
        self.staff = staff
        self.deskCase = deskCase
        self.earlierTexts = earlierTexts
        self.ruling = ruling
        self.sentence = sentence
        self.refusal = refusal
    }

    package func html(in edition: Edition) -> HTML {
        let words = edition.words.desk
        let title = words.caseTitle(Int(deskCase.id.number))
        let view = CaseView(edition: edition, deskCase: deskCase)
        let layout = Layout(
            edition: edition, title: title, kind: "desk-page", staff: staff, isIndexed: false, showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(title) \(view.badge)</h1>
            \(view.facts)</header>
            <div class="case">
            <div class="case-comment">
            \(view.quotation)\(earlier(edition))\(view.others)</div>
            <div class="case-ruling">
            \(view.reports)\(ending(edition))</div>
            </div>
            <p class="meta"><a href="\(Address.desk)">\(words.back)</a></p>

            """)
    }

    private func earlier(_ edition: Edition) -> HTML {
        guard !earlierTexts.isEmpty else { return "" }
        let texts = earlierTexts.map { "<li class=\"comment-text\">\(Markdown.comment($0))</li>\n" as HTML }
        return """
            <details class="others">
            <summary>\(edition.words.desk.earlierTexts) (\(earlierTexts.count))</summary>
            <ol>
            \(texts)</ol>
            </details>

            """
    }

    private func ending(_ edition: Edition) -> HTML {
        guard let ruling else {
            return RulingForm(edition: edition, deskCase: deskCase, sentence: sentence ?? "", refusal: refusal).html()
        }
        return """
            \(refusal?.note())\(kept(edition))\
            <div class="closed ruled">\(RulingLine(edition: edition, ruling: ruling).html())</div>

            """
    }

    /// A sentence that was typed for a ruling that came too late.
    private func kept(_ edition: Edition) -> HTML {
        guard let sentence, !sentence.isEmpty else { return "" }
        return
            "<p class=\"case-facts\">\(edition.words.form.typedText): <q class=\"typed\" dir=\"auto\">\(sentence)</q></p>\n"
    }
}
