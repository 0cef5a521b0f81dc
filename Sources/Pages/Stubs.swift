package import Markup
package import Newsroom
package struct FrontPage {
    package init(stories: PageOfResults<StorySummary>, topics: [Topic]) {};
    package func html(in e: Edition) -> HTML { "" }
}
package struct TopicPage {
    package init(topic: Topic, stories: PageOfResults<StorySummary>) {}; package func html(in e: Edition) -> HTML { "" }
}
package struct PolicyPage { package init() {}; package func html(in e: Edition) -> HTML { "" } }
package struct PicturePage {
    package init(story: StoryReference, gallery: Gallery, place: Int, showsUsageTerms: Bool) {};
    package func html(in e: Edition) -> HTML { "" }
}
package struct VersionsPage {
    package init(story: Story, versions: [Version]) {}; package func html(in e: Edition) -> HTML { "" }
}
package struct VersionPage {
    package init(story: Story, version: Version, earlier: Version?) {}; package func html(in e: Edition) -> HTML { "" }
}
package struct CommentPage {
    package init(story: Story, comment: Comment, thread: Thread, state: DiscussionState, personal: Personal?) {};
    package func html(in e: Edition) -> HTML { "" }
}
package struct EditCommentPage {
    package init(story: StoryReference, comment: Comment.ID, text: String, refusal: Refusal?) {};
    package func html(in e: Edition) -> HTML { "" }
}
package struct TypedReport { package init(clause: String, text: String, email: String, refusal: Refusal) {} }
package struct ReportPage {
    package init(story: StoryReference, comment: Comment, typed: TypedReport?) {};
    package func html(in e: Edition) -> HTML { "" }
}
package struct ReceiptPage { package init(receipt: ReportReceipt) {}; package func html(in e: Edition) -> HTML { "" } }
package struct SignInPage {
    package init(email: String = "", next: String?, refusal: Refusal? = nil) {};
    package func html(in e: Edition) -> HTML { "" }
}
package struct DeskPage {
    package init(staff: Staff, cases: [Case], openCount: Int, rulings: [Ruling], houseDecision: DiscussionDecision?) {};
    package func html(in e: Edition) -> HTML { "" }
}
package struct CasePage {
    package init(
        staff: Staff, deskCase: Case, earlierTexts: [String], ruling: Ruling?, sentence: String?, refusal: Refusal?
    ) {}; package func html(in e: Edition) -> HTML { "" }
}
package struct LogPage {
    package init(staff: Staff, entries: [LogEntry]) {}; package func html(in e: Edition) -> HTML { "" }
}
package struct StoryDeskPage {
    package init(staff: Staff, story: Story, gallery: Gallery, state: DiscussionState, decision: DiscussionDecision?) {};
    package func html(in e: Edition) -> HTML { "" }
}
