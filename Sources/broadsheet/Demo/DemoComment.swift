import Foundation

/// What a reader of the demo edition wrote below a story.
struct DemoComment: Sendable {
    let name: String
    /// As typed, in the markup of comments.
    let text: String
    let at: Date
    /// The place of the comment that it answers in the story's list, always before its own; `nil` begins a thread.
    let answers: Int?
    /// The version of the story that stood on the page at `at`.
    let storyVersion: Int
    let edit: DemoEdit?
    let reports: [DemoReport]
    /// Waits for the desk.
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

/// That a comment was changed by its writer, within the five minutes that the house allows.
struct DemoEdit: Sendable {
    let textBefore: String
    let at: Date
}

/// A reader's report on a comment.
struct DemoReport: Sendable {
    /// A clause of `Policy.standard`.
    let clause: String
    let text: String?
    let at: Date
}
