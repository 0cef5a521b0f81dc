import Markup
package import Newsroom

/// A refused decision on a discussion as it was typed, with the reason for the refusal.
package struct TypedDecision: Sendable {
    package let reason: String
    package let refusal: Refusal

    package init(reason: String, refusal: Refusal) {
        self.reason = reason
        self.refusal = refusal
    }
}

/// The form that closes or opens a discussion, with a reason that readers see.
struct DecisionForm {
    let context: SiteContext
    let action: SafeURL
    let kind: DiscussionDecision.Kind
    let button: String
    var typed: TypedDecision?

    func html() -> HTML {
        let words = context.words.desk
        let reason = Field(
            name: "reason", label: words.reason, hint: words.reasonHint, optional: context.words.form.optional,
            value: typed?.reason ?? "", refusal: typed?.refusal)
        return """
            <form class="narrow" method="post" action="\(action)">
            \(typed?.refusal.note(in: context))\(reason.html())\
            <button class="quiet" name="decision" value="\(kind.rawValue)">\(button)</button>
            </form>

            """
    }

    /// Says who made the last decision, when and why.
    static func record(_ decision: DiscussionDecision, in context: SiteContext) -> HTML {
        let reason = decision.reason.map { " \(context.words.discussion.reason($0))" }
        return """
            <p class="case-facts">\(context.words.desk.decidedBy(decision.staffName, context.day(decision.at)))\
            \(reason ?? "")</p>

            """
    }
}
