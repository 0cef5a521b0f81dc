package import Database
import Foundation
package import Newsroom

/// The outcome of publishing an incoming story.
package enum Publication: Sendable, Hashable {
    case published(Story.ID)
    case updated(Story.ID)
    case withdrawn(Story.ID)
    case unchanged(Story.ID)

    package var story: Story.ID {
        switch self {
        case .published(let id), .updated(let id), .withdrawn(let id), .unchanged(let id): id
        }
    }
}

extension Transaction {
    /// Stores an incoming story as a new story, a new version or a withdrawal. Does nothing if the same or a
    /// later version is already stored. Refuses a new version of a withdrawn story with `conflict`, because
    /// `canceled` is final (NewsML-G2, publishing status).
    ///
    /// `opening` is the first paragraph as plain text, for lists.
    package func publish(_ incoming: IncomingStory, opening: String) throws -> Publication {
        guard let id = try storyID(guid: incoming.guid) else { return try publishNew(incoming, opening: opening) }
        if let withdrawnAt: Int = try value("SELECT COALESCE(wire_version, 0) FROM withdrawals WHERE story_id = $1", id)
        {
            guard incoming.wireVersion > withdrawnAt else { return .unchanged(id) }
            guard incoming.status == .usable else {
                try confirmWithdrawal(of: id, wireVersion: incoming.wireVersion)
                return .unchanged(id)
            }
            throw Refusal(
                .delivery(.withdrawnForGood),
                [.guid: .text(incoming.guid), .version: .number(incoming.wireVersion)])
        }
        guard let current = try currentVersion(of: id), incoming.wireVersion > current.wireVersion ?? 0 else {
            return .unchanged(id)
        }
        switch incoming.status {
        case .canceled:
            try withdraw(id, incoming)
            return .withdrawn(id)
        case .usable:
            try update(id, to: incoming, after: current, opening: opening)
            return .updated(id)
        }
    }

    private func publishNew(_ incoming: IncomingStory, opening: String) throws -> Publication {
        let number = try insert(
            """
            INSERT INTO stories (guid, slug, language, published_at, updated_at, current_version, opening)
            VALUES ($1, $2, $3, $4, $5, 1, $6) RETURNING id
            """, incoming.guid, Slug(headline: incoming.headline).text, incoming.language.tag, incoming.firstCreated,
            max(incoming.firstCreated, incoming.versionCreated), opening)
        let id = Story.ID(number)
        try add(incoming.version(1), to: id)
        try setTopics(incoming.topics, of: id, publishedAt: incoming.firstCreated)
        guard incoming.status == .usable else {
            try withdraw(id, incoming)
            return .withdrawn(id)
        }
        try note(.storyPublished, on: id)
        try tellFollowers(of: id, .topic, dueAt: incoming.firstCreated)
        return .published(id)
    }

    private func update(_ id: Story.ID, to incoming: IncomingStory, after current: Version, opening: String) throws {
        try add(incoming.version(current.number + 1), to: id)
        guard let publishedAt: Date = try value("SELECT published_at FROM stories WHERE id = $1", id) else { return }
        try setTopics(incoming.topics, of: id, publishedAt: publishedAt)
        try run(
            """
            UPDATE stories SET current_version = $2, language = $4, opening = $5,
                updated_at = CASE WHEN updated_at > $3 THEN updated_at ELSE $3 END
            WHERE id = $1
            """, id, current.number + 1, incoming.versionCreated, incoming.language.tag, opening)
        try readdress(id, as: incoming.headline)
        try dropCards(of: id)
        try note(incoming.isCorrection ? .storyCorrected : .storyUpdated, on: id)
        try tellFollowers(of: id, incoming.isCorrection ? .correction : .update, dueAt: incoming.versionCreated)
    }

    private func withdraw(_ id: Story.ID, _ incoming: IncomingStory) throws {
        try withdraw(
            id, Withdrawal(at: incoming.versionCreated, origin: .agency), wireVersion: incoming.wireVersion)
    }
}
