import Database
import Newsroom

extension Transaction {
    /// Moves a comment to another state and updates what depends on it: the number of comments on the story,
    /// the number of replies in the thread, and whether the comment is listed. A held comment stays listed,
    /// without its text, while replies to it are listed. A deleted comment stays listed if it was.
    func set(_ state: Comment.State, of comment: Comment) throws {
        let wasListed = try value("SELECT is_listed FROM comments WHERE id = $1", comment.id) ?? false
        let isListed =
            switch state {
            case .published, .removed: true
            case .held: try hasListedAnswers(comment)
            case .deleted: wasListed
            }
        try run(
            "UPDATE comments SET state = $2, clause = $3, is_listed = $4 WHERE id = $1", comment.id, state.stored,
            state.clause, isListed)
        if comment.state == .published, state != .published { try settleNotifications(ofHidden: comment.id) }
        if comment.state != .published, state == .published { try restoreNotifications(of: comment) }
        if let kind = comment.state.change(to: state), wasListed || isListed {
            let published = (state == .published ? 1 : 0) - (comment.state == .published ? 1 : 0)
            try note(kind, of: comment.place, on: comment.story, published: published)
        }
        if comment.parent != nil {
            try run(
                "UPDATE comments SET reply_count = reply_count + $2 WHERE id = $1", comment.thread,
                (isListed ? 1 : 0) - (wasListed ? 1 : 0))
        }
    }

    private func hasListedAnswers(_ comment: Comment) throws -> Bool {
        try exists("SELECT 1 FROM comments WHERE parent_id = $1 AND is_listed = 1 LIMIT 1", comment.id)
    }
}

extension Comment.State {
    /// The change that readers are told about when a comment's state changes; `nil` if they see no
    /// difference.
    fileprivate func change(to state: Comment.State) -> Change.Kind? {
        switch (self, state) {
        case (.held, .published): .commentPublished
        case (.removed, .published), (.deleted, .published): .commentRestored
        case (_, .removed), (_, .held), (_, .deleted): self == state ? nil : .commentRemoved
        case (.published, .published): nil
        }
    }
}
