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
            let name = other.state == .published ? other.name : nil
            self.init(comment, answering: Answered(id: other.id, name: name))
        }
    }

    /// Puts a beginning and its answers, given in order of time, into reading order. Answers to what is not among them (it is
    /// on an earlier page) stand one deep and still say whom they answer.
    package init(beginning: Comment, replies: [Reply]) {
        let given = Set(replies.map(\.comment.id)).union([beginning.id])
        var answers: [Comment.ID: [Reply]] = [:]
        for reply in replies {
            let place = given.contains(reply.answered.id) ? reply.answered.id : beginning.id
            answers[place, default: []].append(reply)
        }
        var entries: [Entry] = []
        var waiting: [Entry] = [Entry(comment: beginning, depth: 0, answered: nil)]
        while let entry = waiting.popLast() {
            entries.append(entry)
            for answer in (answers[entry.comment.id] ?? []).reversed() {
                waiting.append(Entry(comment: answer.comment, depth: entry.depth + 1, answered: answer.answered))
            }
        }
        self.entries = entries
        furtherReplies = max(0, beginning.replyCount - replies.count)
    }

    package var beginning: Comment? { entries.first?.comment }
}

/// In which order the threads of a discussion are read.
package enum ThreadOrder: String, Sendable, CaseIterable {
    case oldest, newest
}

/// A page of a story's discussion, with what must be known to show it.
package struct Discussion: Sendable, Hashable {
    /// Threads on a page.
    package static let pageSize = 50
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
