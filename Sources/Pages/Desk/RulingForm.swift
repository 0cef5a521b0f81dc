import Markup
package import Newsroom

/// A refused ruling exactly as it was typed and chosen, with the reason for the refusal.
package struct TypedRuling: Sendable {
    package let clause: String
    package let sentence: String
    package let refusal: Refusal

    package init(clause: String, sentence: String, refusal: Refusal) {
        self.clause = clause
        self.sentence = sentence
        self.refusal = refusal
    }
}

/// The form for a ruling: a rule of the policy, a note to the commenter, and a button for each possible
/// outcome.
struct RulingForm {
    let context: SiteContext
    let deskCase: Case
    var typed: TypedRuling?

    private var words: RulingWords { context.words.rulings }
    private var prefix: String { "case-\(deskCase.id)-" }

    func html() -> HTML {
        let sentenceField = Field(
            name: "sentence", label: words.sentence, kind: .text(rows: 2), hint: words.sentenceHint,
            optional: context.words.form.optional, value: typed?.sentence ?? "", refusal: typed?.refusal, form: prefix)
        return """
            <form class="ruling" method="post" action="\(Address.ruling(deskCase.id))">
            <input type="hidden" name="revision" value="\(deskCase.comment.revision)">
            <fieldset>
            <legend class="unseen">\(words.legend)</legend>
            \(typed?.refusal.note(in: context, form: prefix))\(clauses)\(sentenceField.html())<div class="buttons">
            \(outcomes.map(button))</div>
            </fieldset>
            </form>

            """
    }

    /// A held comment can be removed or published; a published comment can be removed or kept.
    private var outcomes: [Ruling.Outcome] {
        deskCase.comment.state == .held ? [.uphold, .approve] : [.uphold, .dismiss]
    }

    private func button(_ outcome: Ruling.Outcome) -> HTML {
        switch outcome {
        case .uphold: "<button name=\"outcome\" value=\"uphold\">\(words.uphold)</button>\n"
        case .dismiss: "<button class=\"quiet\" name=\"outcome\" value=\"dismiss\">\(words.dismiss)</button>\n"
        case .approve: "<button class=\"quiet\" name=\"outcome\" value=\"approve\">\(words.approve)</button>\n"
        }
    }

    private var clauses: HTML {
        let selected = (typed?.clause ?? deskCase.mostNamedClause).flatMap { context.house.policy.clause($0)?.code }
        return """
            <div class="field">
            <label for="\(prefix)clause">\(words.clause)</label>
            <select id="\(prefix)clause" name="clause">
            <option value="">\(words.chooseClause)</option>
            \(context.part(.clauses(selected: selected)) { options(selected: selected) })</select>
            </div>

            """
    }

    private func options(selected code: String?) -> HTML {
        context.house.policy.clauses.map { clause -> HTML in
            let selected: HTML = clause.code == code ? " selected" : ""
            return "<option value=\"\(clause.code)\"\(selected)>\(clause.title)</option>\n"
        }.joined()
    }
}

extension Case {
    /// The rule that the largest number of reports name. Among equals, the rule that was named first.
    var mostNamedClause: String? {
        var counts: [String: Int] = [:]
        for report in reports { counts[report.clause, default: 0] += 1 }
        let most = counts.values.max()
        return reports.first { counts[$0.clause] == most }?.clause
    }
}
