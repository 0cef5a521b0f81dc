/// A comment and its replies in reading order: each reply comes after the comment that it answers.
package struct Thread: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        package let comment: Comment
        /// 0 for the comment that began the thread, 1 for a reply to it, and so on.
        package let depth: Int
        /// The comment that this one answers; `nil` for the beginning of the thread.
        package let answered: Answered?

        package init(comment: Comment, depth: Int, answered: Answered?) {
            self.comment = comment
            self.depth = depth
            self.answered = answered
        }
    }

    package struct Answered: Sendable, Hashable {
        package let id: Comment.ID
        /// `nil` if the answered comment is not shown.
        package let name: String?

        package init(id: Comment.ID, name: String?) {
            self.id = id
            self.name = name
        }
    }

    package let entries: [Entry]
    /// The number of replies without an entry, because a page shows only part of a long thread.
    package let furtherReplies: Int

    /// A comment and the one that it answers.
    package struct Reply: Sendable, Hashable {
        package let comment: Comment
        package let answered: Answered

        package init(_ comment: Comment, answering answered: Answered) {
            self.comment = comment
            self.answered = answered
        }

        package init(_ comment: Comment, answering other: Comment) {
            self.init(comment, answering: Answered(id: other.id, name: other.shownName))
        }
    }

    /// Puts the beginning of a thread and its replies, given in chronological order, into reading order. A
    /// reply to a comment that is not here, such as one on an earlier page, has depth 1 and still says whom
    /// it answers.
    package init(beginning: Comment, replies: [Reply]) {
        guard !replies.isEmpty else {
            self.init(unanswered: beginning)
            return
        }
        let order = Self.readingOrder(
            replies.map { reply in
                replies.firstIndex { $0.comment.id == reply.answered.id }.map { $0 + 1 } ?? 0
            })
        let entries = order.map { place, depth in
            guard place > 0 else { return Entry(comment: beginning, depth: 0, answered: nil) }
            let reply = replies[place - 1]
            return Entry(comment: reply.comment, depth: depth, answered: reply.answered)
        }
        self.init(entries, furtherReplies: max(0, beginning.replyCount - replies.count))
    }

    /// Makes a thread from all of its listed replies, in chronological order. The comment that a reply
    /// answers is the beginning, another of these replies, or a comment that is not shown.
    package init(whole beginning: Comment, answers: ArraySlice<Comment>) {
        guard !answers.isEmpty else {
            self.init(unanswered: beginning)
            return
        }
        // A page shows at most 100 replies, so a linear search is faster than a lookup table.
        let first = answers.startIndex - 1
        let parents = answers.map { answer -> Int? in
            let answered = answer.parent ?? answer.thread
            return answered == beginning.id ? 0 : answers.firstIndex { $0.id == answered }.map { $0 - first }
        }
        let entries = Self.readingOrder(parents.map { $0 ?? 0 }).map { place, depth in
            guard place > 0 else { return Entry(comment: beginning, depth: 0, answered: nil) }
            let answer = answers[first + place]
            let name = parents[place - 1].flatMap { $0 > 0 ? answers[first + $0].shownName : beginning.shownName }
            return Entry(
                comment: answer, depth: depth, answered: Answered(id: answer.parent ?? answer.thread, name: name))
        }
        self.init(entries, furtherReplies: max(0, beginning.replyCount - answers.count))
    }

    /// Makes a thread of one comment. Most comments have no replies.
    private init(unanswered beginning: Comment) {
        self.init(
            [Entry(comment: beginning, depth: 0, answered: nil)], furtherReplies: max(0, beginning.replyCount))
    }

    private init(_ entries: [Entry], furtherReplies: Int) {
        self.entries = entries
        self.furtherReplies = furtherReplies
    }

    /// Returns the places of a thread in reading order, each with its depth. `parents` has, for each reply,
    /// the place of the comment that it answers. The beginning has place 0; the replies follow from 1.
    private static func readingOrder(_ parents: [Int]) -> [(place: Int, depth: Int)] {
        // The first reply to each place, and for each reply the next one to the same place. 0 means none.
        var firstAnswer = Array(repeating: 0, count: parents.count + 1)
        var nextAnswer = firstAnswer
        for (index, parent) in parents.enumerated().reversed() {
            nextAnswer[index + 1] = firstAnswer[parent]
            firstAnswer[parent] = index + 1
        }
        var order: [(place: Int, depth: Int)] = []
        order.reserveCapacity(parents.count + 1)
        var waiting = [(place: 0, depth: 0)]
        while let (place, depth) = waiting.popLast() {
            order.append((place, depth))
            if nextAnswer[place] > 0 { waiting.append((nextAnswer[place], depth)) }
            if firstAnswer[place] > 0 { waiting.append((firstAnswer[place], depth + 1)) }
        }
        return order
    }

    package var beginning: Comment? { entries.first?.comment }

    /// The version of the story that the comment above an entry is about, if that comment is in the thread.
    package func version(above entry: Entry) -> Int? {
        entries.first { $0.comment.id == entry.answered?.id }?.comment.storyVersion
    }

    /// The size of all texts in bytes.
    package var textBytes: Int { entries.reduce(0) { $0 + $1.comment.text.utf8.count } }
}

extension Comment {
    /// The commenter's name; `nil` unless the comment is published.
    fileprivate var shownName: String? { state == .published ? name : nil }
}

/// The order of the threads in a discussion.
package enum ThreadOrder: String, Sendable, CaseIterable {
    case oldest, newest
}
