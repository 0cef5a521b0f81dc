import Markup
import Newsroom

/// The form that closes or opens a discussion, with a reason that readers see.
struct DecisionForm {
    let edition: Edition
    let action: SafeURL
    let kind: DiscussionDecision.Kind
    let button: String

    func html() -> HTML {
        let words = edition.words.desk
        let reason = Field(
            name: "reason", label: words.reason, hint: words.reasonHint, optional: edition.words.form.optional,
        )
        return """
            <form class="narrow" method="post" action="\(action)">
            \(reason.html())<button class="quiet" name="decision" value="\(kind.rawValue)">\(button)</button>
            </form>

            """
    }

    /// Who decided last, when and why.
    static func record(_ decision: DiscussionDecision, in edition: Edition) -> HTML {
        let reason = decision.reason.map { " \(edition.words.discussion.reason($0))" }
        return """
            <p class="case-facts">\(edition.words.desk.decidedBy(decision.staffName, edition.day(decision.at)))\
            \(reason ?? "")</p>

            """
    }
}
