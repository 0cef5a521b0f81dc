import Foundation
import Newsroom

/// Something that a page shows and that may change: a page is kept until a change touches one of its subjects.
enum Subject: Hashable, Sendable {
    /// The words and pictures of a story.
    case story(Story.ID)
    /// The comments below a story, their number, and whether more are taken.
    case discussion(Story.ID)
    /// Which stories there are, in what order, under what topics.
    case lists

    /// What this change touches; `nil` is everything.
    static func touched(by change: Change) -> [Subject]? {
        guard let story = change.story else { return nil }
        return switch change.kind {
        case .commentPublished, .commentEdited, .commentRemoved, .commentRestored, .discussionClosed, .discussionOpened:
            [.discussion(story)]
        case .storyPublished, .storyUpdated, .storyCorrected, .storyWithdrawn, .storyArranged: [.story(story), .lists]
        }
    }
}

/// What must be known of a page so that it may be kept.
struct Keeping: Sendable {
    var subjects: Set<Subject> = []
    /// When it changes by itself: a discussion that closes.
    var until: Date?
}
