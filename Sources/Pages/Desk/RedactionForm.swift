import Markup
package import Newsroom

/// A refused redaction as it was typed, with the reason for the refusal.
package struct TypedRedaction: Sendable {
    package let passage: String
    package let clause: String
    package let refusal: Refusal

    package init(passage: String, clause: String, refusal: Refusal) {
        self.passage = passage
        self.clause = clause
        self.refusal = refusal
    }
}

/// The form that blacks out a passage of the comment in a case. A script fills in the passage that a moderator selects.
struct RedactionForm {
    let context: SiteContext
    let deskCase: Case
    var typed: TypedRedaction?
    var way = WayBack.desk

    private static let prefix = "redaction-"
    private var words: RedactionWords { context.words.redactions }

    /// Only the refusal for a removed comment, which readers cannot see.
    func html() -> HTML {
        switch deskCase.comment.state {
        case .removed, .deleted: return "\(typed?.refusal.note(in: context, form: Self.prefix))"
        case .published, .held: break
        }
        let field = Field(
            name: "passage", label: words.passage, kind: .text(rows: 2), hint: words.passageHint,
            value: typed?.passage ?? "", refusal: typed?.refusal, form: Self.prefix)
        let open: HTML = typed == nil ? "" : " open"
        return """
            <details class="redaction"\(open)>
            <summary>\(words.title)</summary>
            <form method="post" action="\(Address.redactions(deskCase.id))">
            <input type="hidden" name="revision" value="\(deskCase.comment.revision)">\(way.hidden)
            \(typed?.refusal.note(in: context, form: Self.prefix))\(asTyped)\(field.html())\(clauses)\
            <button class="quiet">\(words.button)</button>
            </form>
            </details>

            """
    }

    /// The text with its marks, if the passage was not found in it.
    private var asTyped: HTML {
        guard typed?.refusal.code == .redaction(.notInText) else { return "" }
        let text = context.masked("<q class=\"typed\" dir=\"auto\">\(deskCase.comment.text)</q>")
        return "<p class=\"case-facts\">\(words.asTyped): \(text)</p>\n"
    }

    private var clauses: HTML {
        let selected = (typed?.clause).flatMap { context.house.policy.clause($0)?.code }
        return """
            <div class="field">
            <label for="\(Self.prefix)clause">\(words.clause) \
            <span class="optional">(\(context.words.form.optional))</span></label>
            <select id="\(Self.prefix)clause" name="clause">
            <option value="">\(words.noClause)</option>
            \(context.clauseOptions(selected: selected))</select>
            </div>

            """
    }
}

extension SiteContext {
    /// The rules of the policy, for a `select`.
    func clauseOptions(selected code: String?) -> HTML {
        part(.clauses(selected: code)) {
            house.policy.clauses.map { clause -> HTML in
                let selected: HTML = clause.code == code ? " selected" : ""
                return "<option value=\"\(clause.code)\"\(selected)>\(clause.title)</option>\n"
            }.joined()
        }
    }

    /// Markup for the desk in which slurs and threats are shown only when asked for.
    func masked(_ html: HTML) -> HTML { html.masked(by: masks, label: words.desk.masked) }
}
