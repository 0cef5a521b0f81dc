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
    /// Whether the case waits for an editor already.
    var isEscalated = false
    var way = WayBack.desk

    private var words: RulingWords { context.words.rulings }
    private var prefix: String { "case-\(deskCase.id)-" }

    func html() -> HTML {
        let sentenceField = Field(
            name: "sentence", label: words.sentence, kind: .text(rows: 2), hint: sentenceHint,
            optional: context.words.form.optional, value: typed?.sentence ?? "", refusal: typed?.refusal, form: prefix)
        return """
            <form class="ruling" method="post" action="\(Address.ruling(deskCase.id))">
            <input type="hidden" name="revision" value="\(deskCase.comment.revision)">\(way.hidden(current: deskCase.id))\(request, if: deskCase.askedAt != nil)
            <fieldset>
            <legend class="unseen">\(words.legend)</legend>
            \(typed?.refusal.note(in: context, form: prefix))\(clauses)\(sentenceField.html())<div class="buttons">
            \(outcomes.map(button))\(acts)</div>
            </fieldset>
            </form>

            """
    }

    /// Tells that the moderator saw the request.
    private var request: HTML { "<input type=\"hidden\" name=\"asked\" value=\"yes\">" }

    private var sentenceHint: String {
        deskCase.askedAt == nil ? words.sentenceHint : context.words.deletion.sentenceHint
    }

    /// A held comment can be removed or published; a published comment can be removed or kept.
    private var outcomes: [Ruling.Outcome] {
        deskCase.comment.state == .held ? [.uphold, .approve] : [.uphold, .dismiss]
    }

    private func button(_ outcome: Ruling.Outcome) -> HTML {
        switch outcome {
        case .uphold: "<button name=\"outcome\" value=\"uphold\" data-act=\"remove\">\(words.uphold)</button>\n"
        case .dismiss:
            """
            <button class="quiet" name="outcome" value="dismiss" data-act="approve">\(words.dismiss)</button>

            """
        case .approve:
            """
            <button class="quiet" name="outcome" value="approve" data-act="approve">\(words.approve)</button>

            """
        }
    }

    /// The acts that decide nothing. They send the same form, so that nothing typed is lost.
    private var acts: HTML {
        let words = context.words.queue
        let hold = act("hold", words.hold, Address.deskCase(deskCase.id, "hold"))
        let escalate = act("escalate", words.escalate, Address.deskCase(deskCase.id, "escalate"))
        let skip = act("skip", words.skip, Address.nextCase)
        return """
            \(hold, if: deskCase.comment.state == .published)\(escalate, if: !isEscalated)\(skip, if: way.queue != nil)
            """
    }

    private func act(_ name: String, _ label: String, _ address: SafeURL) -> HTML {
        "<button class=\"quiet\" formaction=\"\(address)\" data-act=\"\(name)\">\(label)</button>\n"
    }

    private var clauses: HTML {
        let selected = (typed?.clause ?? deskCase.mostNamedClause).flatMap { context.house.policy.clause($0)?.code }
        guard deskCase.askedAt != nil else { return context.clauseField(selected: selected, prefix: prefix) }
        return context.clauseField(
            selected: typed?.clause ?? RulingDraft.authorsRequest, prefix: prefix, isAskedByAuthor: true)
    }
}

extension SiteContext {
    /// The field for the rule that a comment breaks. `prefix` begins the `id`. If the commenter asks for removal,
    /// the field also offers to name no rule.
    func clauseField(selected: String?, prefix: String, isAskedByAuthor: Bool = false) -> HTML {
        let request = RulingDraft.authorsRequest
        let mark: HTML = selected == request ? " selected" : ""
        let option: HTML = "<option value=\"\(request)\"\(mark)>\(words.deletion.asksNoRule)</option>\n"
        return """
            <div class="field">
            <label for="\(prefix)clause">\(words.rulings.clause)</label>
            <select id="\(prefix)clause" name="clause">
            <option value="">\(words.rulings.chooseClause)</option>
            \(option, if: isAskedByAuthor)\(clauseOptions(selected: selected))</select>
            </div>

            """
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
