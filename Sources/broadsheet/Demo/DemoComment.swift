import Foundation

/// A reader's comment in the demo edition.
struct DemoComment: Sendable {
    let name: String
    /// The text as typed, in the markup of comments.
    let text: String
    let at: Date
    /// For a reply, the index of its parent in the story's comments. The parent comes first. `nil` starts a
    /// thread.
    let answers: Int?
    /// The version of the story that was current at `at`.
    let storyVersion: Int
    let edit: DemoEdit?
    let reports: [DemoReport]
    /// Whether the comment is awaiting review.
    let isHeld: Bool

    init(
        _ name: String, _ at: Date, version: Int, answers: Int? = nil, _ text: String, edit: DemoEdit? = nil,
        reports: [DemoReport] = [], isHeld: Bool = false
    ) {
        self.name = name
        self.text = text
        self.at = at
        self.answers = answers
        storyVersion = version
        self.edit = edit
        self.reports = reports
        self.isHeld = isHeld
    }
}

/// An edit by the commenter, within the five minutes that are allowed.
struct DemoEdit: Sendable {
    let textBefore: String
    let at: Date
}

/// A reader's report on a comment.
struct DemoReport: Sendable {
    /// The code of a clause in `Policy.standard`.
    let clause: String
    let text: String?
    let at: Date
}
