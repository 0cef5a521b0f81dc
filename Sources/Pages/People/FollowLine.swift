import Markup
package import Newsroom

/// The button with which a signed-in person follows a story or a topic. Everyone else sees a link for signing in.
package struct FollowLine: Sendable {
    package let subject: FollowSubject
    package let isFollowed: Bool

    package init(subject: FollowSubject, isFollowed: Bool) {
        self.subject = subject
        self.isFollowed = isFollowed
    }

    static func ofStory(in context: SiteContext, _ language: LanguageMarkup) -> HTML {
        line(context, language.furniture(signIn(context.words.people.signInToFollowStory)))
    }

    static func ofTopic(in context: SiteContext) -> HTML {
        line(context, signIn(context.words.people.signInToFollowTopic))
    }

    private static func signIn(_ words: String) -> HTML { "<a href=\"\(Address.signIn)\">\(words)</a>" }

    /// A newspaper that takes comments only from guests has no accounts.
    private static func line(_ context: SiteContext, _ link: HTML) -> HTML {
        guard context.house.commentsFrom.takesAccounts else { return "" }
        return "<div class=\"following\" id=\"follow\">\(PageSlot.follow.html(link))</div>\n"
    }

    /// The form in place of the link.
    func html(in context: SiteContext) -> HTML {
        let end: HTML = "<input type=\"hidden\" name=\"end\" value=\"yes\">"
        return """
            <form method="post" action="\(Address.accountFollowing)">\(subject.field)\(end, if: isFollowed)\
            <button class="quiet">\(label(context.words.people))</button></form>
            """
    }

    private func label(_ words: PeopleWords) -> String {
        switch subject {
        case .story: isFollowed ? words.unfollowStory : words.followStory
        case .topic: isFollowed ? words.unfollowTopic : words.followTopic
        }
    }
}

extension FollowSubject {
    /// The field of a form that names the subject.
    var field: HTML {
        switch self {
        case .story(let story): "<input type=\"hidden\" name=\"story\" value=\"\(story.number)\">"
        case .topic(let topic): "<input type=\"hidden\" name=\"topic\" value=\"\(topic.text)\">"
        }
    }
}
