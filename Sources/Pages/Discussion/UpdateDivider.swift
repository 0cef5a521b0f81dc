import Foundation
import Markup
import Newsroom

/// A line between comments that says when the story was updated and links to the changes.
struct UpdateDivider {
    let context: SiteContext
    let story: StoryReference
    let updates: StoryUpdates

    private var words: DiscussionWords { context.words.discussion }

    /// The line between two threads, or nothing if the story was not updated between them. `moment` is the
    /// time of a comment beside the line. On the same day, the line shows only the time of day.
    func html(from older: Int, to newer: Int, near moment: Date) -> HTML {
        guard let time = updates.last(after: older, upTo: newer) else { return "" }
        let isCorrected = updates.isCorrected(after: older, upTo: newer)
        return """
            <p class="update" id="update-\(newer)"><span>\(isCorrected ? words.storyCorrected : words.storyUpdated) \
            \(context.time(time, near: moment)). \
            <a href="\(Address.version(story, newer, since: older))">\(words.whatChanged)</a></span></p>

            """
    }

    /// The mark of a comment that is about a different version than the comment it replies to, or nothing if
    /// both are about the same version.
    func mark(_ comment: Comment, inReplyTo version: Int) -> HTML {
        let (older, newer) = (min(comment.storyVersion, version), max(comment.storyVersion, version))
        let isNewer = comment.storyVersion > version
        let last = updates.last(after: older, upTo: newer), first = updates.first(after: older, upTo: newer)
        guard let time = isNewer ? last : first else { return "" }
        return """
            <p class="update-mark"><a href="\(Address.version(story, newer, since: older))">\
            \(isNewer ? words.storyUpdated : words.beforeUpdate) \(context.time(time, near: comment.createdAt))\
            \(" \(words.update)", if: !isNewer)</a></p>

            """
    }
}

/// The dividers of a page of threads.
struct UpdateDividers {
    private let divider: UpdateDivider
    private let threads: [Newsroom.Thread]
    /// The version to which each thread belongs, in the order of the page, between the version above the first
    /// thread and the one below the last.
    private let runs: [Int]

    init(_ divider: UpdateDivider, in discussion: Discussion) {
        self.divider = divider
        threads = discussion.threads
        let (current, previous) = (divider.updates.current, divider.updates.previous)
        switch discussion.order {
        case .oldest:
            let runs = StoryUpdates.runs(of: threads)
            let (first, last) = (runs.first ?? current, runs.last ?? current)
            self.runs = [min(previous ?? first, first)] + runs + [discussion.next == nil ? current : last]
        case .newest:
            let runs: [Int] = StoryUpdates.runs(of: threads.reversed()).reversed()
            let (first, last) = (runs.first ?? current, runs.last ?? current)
            self.runs = [max(previous ?? current, first)] + runs + [last]
        }
    }

    /// The version to which the thread at a place on the page belongs.
    func run(at place: Int) -> Int { runs[place + 1] }

    /// The divider above the thread at a place on the page, or below the last one.
    func html(above place: Int) -> HTML {
        guard !threads.isEmpty, let moment = threads[max(0, place - 1)].beginning?.createdAt else { return "" }
        let (above, below) = (runs[place], runs[place + 1])
        return divider.html(from: min(above, below), to: max(above, below), near: moment)
    }
}
