import Newsroom
import Operations
import Pages
import Storage

/// Leads staff from a comment on a story to its case.
enum OpenCaseOfComment {
    /// Opens the case of a comment, also if nobody has reported it. If a colleague has the case open, its page says so.
    static func open(_ exchange: Exchange) async throws -> Answer {
        let comment: Comment.ID = try exchange.identifier("comment")
        let opened = try await exchange.site.newspaper.takeCase(of: comment, as: exchange.actor)
        return .seeOther(exchange.address(of: opened))
    }

    /// Leads to the case of a comment, which may be decided.
    static func find(_ exchange: Exchange) async throws -> Answer {
        let comment: Comment.ID = try exchange.identifier("comment")
        let found = try await exchange.read { tx in
            guard let comment = try tx.comment(comment) else { throw Refusal(.missing(.deskCase)) }
            return try tx.existingCase(of: comment)
        }
        return .seeOther(exchange.address(of: found))
    }
}
