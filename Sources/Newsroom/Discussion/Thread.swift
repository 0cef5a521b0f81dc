/// A comment and what was answered to it, in reading order: every answer stands after what it answers.
package struct Thread: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        package let comment: Comment
        /// 0 for the beginning of the thread, one more for each answer to an answer.
        package let depth: Int
        /// Who is answered; `nil` for the beginning.
        package let answered: Answered?

        package init(comment: Comment, depth: Int, answered: Answered?) {
            self.comment = comment
            self.depth = depth
            self.answered = answered
        }
    }

    package struct Answered: Sendable, Hashable {
        package let id: Comment.ID
        /// `nil` where the answered comment is not shown.
        package let name: String?

        package init(id: Comment.ID, name: String?) {
            self.id = id
            self.name = name
        }
    }

    package let entries: [Entry]
    /// Answers that are not among the entries, because the thread is longer than what one page shows of it.
    package let furtherReplies: Int

    /// A comment of the thread with what it answers.
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

    /// Puts a beginning and its answers, given in order of time, into reading order. Answers to what is not among them (it is
    /// on an earlier page) stand one deep and still say whom they answer.
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

    /// A thread of which every listed answer is given, in order of time: what an answer answers is among them, or is not shown.
    package init(whole beginning: Comment, answers: ArraySlice<Comment>) {
        guard !answers.isEmpty else {
            self.init(unanswered: beginning)
            return
        }
        // A page shows a hundred of them at most: to look through them is faster than to keep a table of where each stands.
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

    /// Most comments are not answered.
    private init(unanswered beginning: Comment) {
        self.init(
            [Entry(comment: beginning, depth: 0, answered: nil)], furtherReplies: max(0, beginning.replyCount))
    }

    private init(_ entries: [Entry], furtherReplies: Int) {
        self.entries = entries
        self.furtherReplies = furtherReplies
    }

    /// The places of a thread in reading order, each with its depth. `parents` says for each answer the place of what it answers.
    private static func readingOrder(_ parents: [Int]) -> [(place: Int, depth: Int)] {
        // The first answer to each place, and the next one to the same as each; no answer has place 0.
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

    /// Bytes of all its texts.
    package var textBytes: Int { entries.reduce(0) { $0 + $1.comment.text.utf8.count } }
}

extension Comment {
    /// The name of who wrote it, where it is shown.
    fileprivate var shownName: String? { state == .published ? name : nil }
}

/// In which order the threads of a discussion are read.
package enum ThreadOrder: String, Sendable, CaseIterable {
    case oldest, newest
}

/// A page of a story's discussion, with what must be known to show it.
package struct Discussion: Sendable, Hashable {
    /// Threads on a page.
    package static let pageSize = 50
    /// Bytes of text on a page, give or take a thread: where comments are very long, fewer threads are on it.
    package static let pageBytes = 1_000_000
    /// Answers of one thread on a page; more are on the thread's own page.
    package static let repliesShown = 100

    package let order: ThreadOrder
    package let threads: [Thread]
    /// Where the page begins; `nil` for the first.
    package let after: PageKey?
    package let next: PageKey?
    package let count: Int
    package let state: DiscussionState

    package init(
        order: ThreadOrder, threads: [Thread], after: PageKey? = nil, next: PageKey?, count: Int, state: DiscussionState
    ) {
        self.order = order
        self.threads = threads
        self.after = after
        self.next = next
        self.count = count
        self.state = state
    }
}
