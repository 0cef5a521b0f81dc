import Markup
package import Newsroom

/// The form for a comment. If the comment is refused, the form shows it again.
struct CommentForm {
    let context: SiteContext
    let story: StoryReference
    let currentVersion: Int
    /// The comment that this one replies to.
    let parent: Comment.ID?
    let typed: TypedComment?

    private var words: FormWords { context.words.form }

    /// The form, or for guests the link for signing in if only people with accounts may comment.
    func html() -> HTML {
        guard !context.house.commentsFrom.takesGuests else { return form }
        return "\(PageSlot.formOfAccount.html(form))\(PageSlot.invitation.html(invitation))"
    }

    /// What a guest sees in place of the form. Text that was typed before can be copied.
    private var invitation: HTML {
        let words = context.words.account
        return """
            \(typed?.refusal.note(in: context))<p>\(words.accountsOnly) \
            <a href="\(Address.signIn)">\(words.signInToComment)</a></p>
            \(KeptText(context: context, text: typed?.text).html())
            """
    }

    /// The markup of the form. Its `action` ends in the fragment of the refusal, so that a refused form on a
    /// long page comes back with the message in view. An accepted comment redirects to its own fragment.
    private var form: HTML {
        """
        <form class="comment-form" method="post" action="\(Address.comments(story).fragment("refusal"))" \
        data-keeps="text">
        \(typed?.refusal.note(in: context))\
        \(typed == nil ? context.part(.emptyCommentFields) { fields } : fields)\
        <input type="hidden" name="version" value="\(version)">
        \(parentField)<button>\(parent == nil ? words.post : words.postReply)</button>
        </form>

        """
    }

    /// The version that the reader saw; the current one if the form named a version that does not exist.
    private var version: Int {
        guard let version = typed?.storyVersion, (1...currentVersion).contains(version) else { return currentVersion }
        return version
    }

    private var signIn: HTML {
        let words = context.words.account
        return "<p class=\"hint\"><a href=\"\(Address.signIn)\">\(words.orSignIn)</a> \(words.whySignIn)</p>\n"
    }

    private var fields: HTML {
        let guest: HTML = """
            <div class="side-by-side">
            \(name)\(email)</div>
            \(signIn, if: context.house.commentsFrom.takesAccounts)
            """
        guard context.house.commentsFrom.takesGuests else {
            return "<p class=\"signature\">\(context.words.account.commentsUnderOwnName)</p>\n\(text)"
        }
        return "\(PageSlot.signature.html(guest))\(text)"
    }

    private var name: HTML {
        Field(
            name: "name", label: words.name, hint: words.nameHint, value: typed?.name ?? "",
            slot: typed == nil ? .name : nil, autocomplete: "nickname", refusal: typed?.refusal
        ).html()
    }

    private var email: HTML {
        Field(
            name: "email", label: words.email, kind: .email, hint: words.emailHint, optional: words.optional,
            value: typed?.email ?? "", autocomplete: "email", refusal: typed?.refusal
        ).html()
    }

    private var text: HTML {
        Field(
            name: "text", label: words.text, kind: .text(rows: 8), hint: words.textHint, value: typed?.text ?? "",
            refusal: typed?.refusal
        ).html()
    }

    private var parentField: HTML {
        parent.map { "<input type=\"hidden\" name=\"parent\" value=\"\($0.number)\">\n" } ?? ""
    }
}

/// A refused comment exactly as it was typed, with the reason for the refusal.
package struct TypedComment: Sendable {
    package let name: String
    package let text: String
    package let email: String
    package let parent: Comment.ID?
    /// The version of the story when the form was first shown.
    package let storyVersion: Int?
    package let refusal: Refusal

    package init(
        name: String, text: String, email: String, parent: Comment.ID?, storyVersion: Int?, refusal: Refusal
    ) {
        self.name = name
        self.text = text
        self.email = email
        self.parent = parent
        self.storyVersion = storyVersion
        self.refusal = refusal
    }
}
