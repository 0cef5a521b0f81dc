import Database
package import Foundation
import Markup
package import Newsroom
import Storage

/// The outcome when somebody asks to publish a draft.
package enum DraftOutcome: Sendable, Hashable {
    case published(Story.ID)
    case scheduled(Date)
    /// Nothing has happened yet: there are problems, or the story would appear later. `isBlocked` says that a
    /// problem must be solved first. Otherwise the actor can confirm.
    case unconfirmed(problems: [PublicationProblem], isBlocked: Bool, appearsAt: Date?)
}

/// The actor has confirmed the problems that a page showed, and the time at which the story appears.
package struct DraftConfirmation: Sendable, Hashable {
    /// `nil` if the story appears at once.
    package let appearsAt: Date?

    package init(appearsAt: Date?) { self.appearsAt = appearsAt }
}

extension Newspaper {
    /// Saves a text if there is one, and publishes the draft, or schedules it for its time; an embargo counts as a
    /// time. Without a confirmation, a draft with problems or with a time is only saved and checked. A refusal
    /// changes nothing. Refuses with `invalid` a correction of a published story without a note.
    package func publishDraft(
        _ id: Draft.ID, saving text: DraftText? = nil, confirmed: DraftConfirmation?,
        from stamp: DraftStamp, as actor: Actor
    ) async throws -> DraftOutcome {
        let staff = try actor.staff(for: .write)
        guard mayPublish(staff) else { throw Refusal.notPermitted(.publish, to: staff.role) }
        let writing = writing(id, stamp, staff)
        let content =
            if let text { text.content } else { try await database.read { tx in try tx.openDraft(writing) }.content }
        let texts = PublishedTexts(content, rules: rules.stories)
        return try await write { tx in
            let known = try tx.openDraft(writing)
            if let story = known.story, known.isPublished(content, by: staff, from: stamp) { return .published(story) }
            let saved = try text.map { text in try tx.save(text, writing, self.rules.stories) }
            let (draft, current) = try tx.begin(self.writing(id, saved ?? stamp, staff))
            guard text != nil || draft.content == content else { throw Refusal(.draft(.otherState)) }
            if let story = draft.story {
                guard try !tx.isWithdrawn(story) else { throw Refusal(.story(.withdrawn)) }
                try content.requireNote()
            }
            let appearsAt = content.appearsAt.flatMap { $0 > writing.now ? $0 : nil }
            let problems = try tx.problems(of: content, of: draft.story, texts)
            let isBlocked = problems.contains { self.rules.stories.blocking.contains($0.check) }
            let needsConfirmation = !problems.isEmpty || appearsAt != nil
            if isBlocked || (needsConfirmation && confirmed.map { $0.appearsAt != appearsAt } ?? true) {
                return .unconfirmed(problems: problems, isBlocked: isBlocked, appearsAt: appearsAt)
            }
            if let appearsAt {
                try tx.schedule(at: appearsAt, self.writing(id, current, staff))
                return .scheduled(appearsAt)
            }
            return .published(try tx.publish(draft, texts, by: staff.email, now: writing.now))
        }
    }

    /// Publishes a scheduled draft, as a job. Does nothing if the draft is not scheduled anymore. If the agency has sent
    /// another version of the story meanwhile, the draft is not scheduled anymore, and a note says why. Throws while a
    /// check stops the publication.
    func publishScheduled(_ id: Draft.ID, _ tx: Transaction, now: Date) throws {
        guard let draft = try tx.draft(id), draft.state == .scheduled else { return }
        if let appearsAt = draft.content.appearsAt, appearsAt > now {
            return try tx.reschedule(id, to: appearsAt, now: now)
        }
        let texts = PublishedTexts(draft.content, rules: rules.stories)
        try tx.requireComplete(draft.content, of: draft.story, texts, rules.stories)
        do { _ = try tx.publish(draft, texts, by: LogEntry.system, now: now) } catch let refusal as Refusal {
            // No later attempt can succeed before an editor has put both texts together.
            guard refusal.code == .draft(.storyChanged) else { throw refusal }
            try tx.returnScheduled(draft, now: now)
        }
    }
}

extension Newspaper {
    /// The cards that the text of a draft would have: those that are fetched already, and the addresses of the others.
    /// Nothing is fetched for a draft, because the other site would learn of it.
    package func cards(of draft: Draft?, in content: DraftContent) async throws -> (
        fetched: [LinkCard], others: [String]
    ) {
        let addresses = Markdown.mayHaveCards(content.body) ? Markdown(content.body).cardAddresses : []
        guard !addresses.isEmpty else { return ([], []) }
        return try await database.read { tx in
            let named = try tx.cards(of: draft, naming: addresses).prefix(LinkCard.most)
            let fetched = try named.compactMap { try tx.fetchedCard(at: $0) }
            return (fetched, named.filter { address in !fetched.contains { $0.address == address } })
        }
    }
}

/// Facts about a draft's text that publication needs.
struct PublishedTexts: Sendable {
    let brokenLinks: [String]
    let placedPictures: [Int64]
    let publication: DraftPublication

    init(_ content: DraftContent, rules: StoryRules) {
        let text = Markdown(content.body)
        brokenLinks = text.brokenLinks
        placedPictures = text.placedPictures
        publication = DraftPublication(
            opening: text.opening(limit: 300), language: rules.language, cards: text.cardAddresses)
    }
}

extension Transaction {
    /// Refuses with `invalid` if a check stops the publication.
    func requireComplete(
        _ content: DraftContent, of story: Story.ID?, _ texts: PublishedTexts, _ rules: StoryRules
    ) throws {
        let problems = try problems(of: content, of: story, texts)
        guard let problem = problems.first(where: { rules.blocking.contains($0.check) }) else { return }
        throw Refusal(
            .draft(.hasProblems), [.key: .text(problem.check.rawValue), .reason: .text(problem.detail)],
            field: problem.field)
    }

    fileprivate func publish(_ draft: Draft, _ texts: PublishedTexts, by actor: String, now: Date) throws -> Story.ID {
        var publication = texts.publication
        publication.cards = try cards(of: draft, naming: publication.cards)
        return try publish(draft, publication, by: actor, now: now)
    }

    /// The addresses of a draft's text that become cards: not those that have come from an agency.
    fileprivate func cards(of draft: Draft?, naming addresses: [String]) throws -> [String] {
        guard !addresses.isEmpty, let story = draft?.story, let text = try agencyText(of: story) else {
            return addresses
        }
        let sent = Set(Markdown(text).cardAddresses)
        return addresses.filter { !sent.contains($0) }
    }

    fileprivate func problems(
        of content: DraftContent, of story: Story.ID?, _ texts: PublishedTexts
    ) throws -> [PublicationProblem] {
        try changeProblems(of: content, of: story, texts.publication.language)
            + content.problems(
                brokenLinks: texts.brokenLinks, placedPictures: texts.placedPictures,
                pictures: try pictures(content.gallery), stories: try published(content.related),
                confirmedTerms: try withConfirmedTerms(content.gallery),
                usedBefore: try usedBefore(content.gallery, notCounting: story))
    }

    /// `language` is that of a content that names none.
    private func changeProblems(
        of content: DraftContent, of story: Story.ID?, _ language: Language
    ) throws -> [PublicationProblem] {
        guard let story = try story.flatMap({ try self.story($0) }) else { return [] }
        var content = content
        if content.language.isEmpty { content.language = language.tag }
        let isDismissed = try isDismissed(content.agencyVersion, of: story.id)
        return (isDismissed ? [PublicationProblem(.agencyVersionDismissed)] : [])
            + content.problems(
                changing: try self.content(of: story, story.current), with: try agencyChange(in: content, of: story))
    }
}
