import Foundation
import Newsroom

/// Decides the date under which a story first appears.
enum StoryDating {
    /// A version that comes later than this after its story began is a new text under an old identifier.
    static let longestUpdate: TimeInterval = 7 * 86_400

    /// The story with a date of publication that readers can trust, and a sentence for each change. No date is in
    /// the future, a text that was written much later than its story has the date of the text, and a story that was
    /// under an embargo has the end of the embargo.
    static func date(_ incoming: IncomingStory, at now: Date) -> (story: IncomingStory, reasons: [String]) {
        var story = incoming
        var reasons: [String] = []
        if story.versionCreated > now {
            reasons.append("versionCreated is in the future. The version is dated now.")
        }
        if story.firstCreated > now, story.firstCreated != story.versionCreated {
            reasons.append("firstCreated is in the future. The story is dated now.")
        }
        story.versionCreated = min(story.versionCreated, now)
        story.firstCreated = min(story.firstCreated, now)
        if story.versionCreated.timeIntervalSince(story.firstCreated) > longestUpdate {
            story.firstCreated = story.versionCreated
            reasons.append(
                "firstCreated is more than a week before versionCreated. The story takes the date of this version.")
        }
        if let end = story.embargoedUntil, end <= now {
            story.versionCreated = max(story.versionCreated, end)
            story.firstCreated = max(story.firstCreated, end)
        }
        return (story, reasons)
    }
}
