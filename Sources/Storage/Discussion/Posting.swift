package import Database
package import Foundation
package import Newsroom

/// A submitted comment: the draft, and what is known about the commenter.
package struct Posting: Sendable {
    package let draft: CommentDraft
    package let story: Story.ID
    /// A keyed hash of the commenter's network address; see `ClientSource`.
    package let source: String
    /// The key of the commenter, who may edit the comment for a while; see `Commenter`. `nil` for the desk.
    package let writer: String?
    /// The account of the commenter; `nil` for a guest and for the desk.
    package let person: Person.ID?
    /// Whether the account is that of a member of staff, which has a mark.
    let isMarked: Bool
    /// Whether this browser was told that its comment may or may not have been stored.
    package let mayBeThere: Bool
    /// The moderator who writes for the desk; `nil` for a reader.
    let staff: Staff.ID?
    package let now: Date

    /// If `mayBeThere`, the same text from that browser in the same place counts as the same comment for this
    /// long.
    package static let sameWriterSeconds = 86_400

    package init(
        draft: CommentDraft, story: Story.ID, source: String, commenter: Commenter, isMarked: Bool = false,
        mayBeThere: Bool = false, now: Date
    ) {
        self.draft = draft
        self.story = story
        self.source = source
        writer = commenter.key
        person = if case .person(let id) = commenter { id } else { nil }
        self.isMarked = isMarked
        self.mayBeThere = mayBeThere
        self.now = now
        staff = nil
    }

    /// A comment by the desk. It has no source and no writer, so no limit counts it and no browser may edit it.
    init(draft: CommentDraft, story: Story.ID, by staff: Staff, now: Date) {
        self.draft = draft
        self.story = story
        self.staff = staff.id
        self.now = now
        (source, writer, person, isMarked, mayBeThere) = ("", nil, nil, false, false)
    }
}

/// The newspaper's rules for posting.
package struct PostingRules: Sendable {
    package let closing: ClosingRule
    package let holdsUnknownNames: Bool
    package let limits: [Admission.Limit]

    package init(closing: ClosingRule, holdsUnknownNames: Bool, limits: [Admission.Limit]) {
        self.closing = closing
        self.holdsUnknownNames = holdsUnknownNames
        self.limits = limits
    }
}

/// The outcome of posting a comment.
package struct PostedComment: Sendable {
    package let comment: Comment
    package let story: StoryReference
    /// Whether the posting repeats an earlier comment, which is then `comment`.
    package let isRepetition: Bool
}

extension Transaction {
    /// Stores comments or finds those that they repeat, as if they were stored one after the other. Refuses a
    /// comment with `notFound` (no such story, or no such comment to answer), `gone` (withdrawn story),
    /// `invalid` (no such version, or a guest has the name of an account), `closed` or `tooSoon`.
    package func post(_ postings: [Posting], rules: PostingRules) throws -> [Result<PostedComment, any Error>] {
        var outcomes: [Result<PostedComment, any Error>] = []
        while outcomes.count < postings.count {
            outcomes += try store(decisions(on: independent(postings[outcomes.count...], rules), rules), rules)
        }
        return outcomes
    }

    /// The first postings that cannot affect one another: they have different texts, and different sources if
    /// there are limits.
    private func independent(_ postings: ArraySlice<Posting>, _ rules: PostingRules) -> [Posting] {
        let isLimited = rules.limits.contains { $0.count > 0 }
        var sources: Set<String> = []
        var texts: Set<String> = []
        return Array(
            postings.prefix { posting in
                (!isLimited || sources.insert(posting.source).inserted) && texts.insert(posting.draft.text).inserted
            })
    }

    private func decisions(on postings: [Posting], _ rules: PostingRules) throws -> [PostingDecision] {
        let contexts = try contexts(of: postings)
        let refusals = try refusals(.comment, of: postings.map { ($0.source, $0.now) }, limits: rules.limits)
        let taken = try takenNames(of: postings)
        let known = try rules.holdsUnknownNames ? publishedNames(among: postings.map(\.draft.nameKey)) : []
        return try postings.indices.map { place in
            let posting = postings[place]
            do {
                let found = try requireOpen(posting, contexts[place], rules.closing)
                if let repeated = found.repeated, let earlier = try comment(repeated) {
                    return .repetition(of: earlier, on: found.story)
                }
                if let refusal = refusals[place] { return .refused(refusal) }
                if taken.contains(place) { throw Refusal(.account(.nameOfAccount), field: "name") }
                let isHeld = rules.holdsUnknownNames && !known.contains(posting.draft.nameKey)
                let mark = try posting.isMarked ? mark(of: posting, version: found.version) : nil
                return .accepted(NewComment(posting, found, isHeld: isHeld, mark: mark))
            } catch let refusal as Refusal { return .refused(refusal) }
        }
    }

    /// Refuses a comment that the story does not accept.
    private func requireOpen(_ posting: Posting, _ context: PostingContext?, _ rule: ClosingRule) throws
        -> PostingContext
    {
        guard let context else { throw Refusal(.missing(.story)) }
        guard !context.isWithdrawn else { throw Refusal(.story(.withdrawn)) }
        guard (1...context.version).contains(posting.draft.storyVersion) else {
            throw Refusal(
                .story(.noSuchVersion), [.version: .number(posting.draft.storyVersion)], field: "version")
        }
        let decisions = context.isDecidedOn ? try decisions(on: posting.story) : (story: nil, house: nil)
        let state = rule.state(
            publishedAt: context.publishedAt, story: decisions.story, house: decisions.house, now: posting.now)
        guard state.isOpen else { throw Refusal(.discussion(.closed)) }
        let isAnswerable = context.parent.map { $0.story == posting.story && $0.isPublished } ?? false
        guard posting.draft.parent == nil || isAnswerable else {
            throw Refusal(.missing(.answeredComment))
        }
        return context
    }

    /// Those of the names under which a comment has been published.
    private func publishedNames(among names: [String]) throws -> Set<String> {
        switch dialect {
        case .sqlite:
            Set(
                try names.filter { name in
                    try exists("SELECT 1 FROM comments WHERE name_key = $1 AND state = 'published' LIMIT 1", name)
                })
        case .postgreSQL:
            Set(
                try all(
                    """
                    SELECT name_key FROM unnest($1::text[]) AS p (name_key)
                    WHERE EXISTS (SELECT 1 FROM comments c WHERE c.name_key = p.name_key AND c.state = 'published')
                    """, ArrayLiteral(names)
                ) { try $0[0] as String })
        }
    }
}

enum PostingDecision {
    case accepted(NewComment)
    case repetition(of: Comment, on: StoryReference)
    case refused(Refusal)
}
