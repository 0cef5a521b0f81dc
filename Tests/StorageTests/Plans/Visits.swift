import Database
import Foundation
import Newsroom

@testable import Storage

extension Transaction {
    /// Runs every query of readers' pages, feeds and live updates.
    func visitPages(_ place: FilledNewsroom) throws {
        let id = place.newsroom.story
        _ = try story(id)
        for order in ThreadOrder.allCases {
            let page = try threads(of: id, order: order, after: nil)
            _ = try threads(of: id, order: order, after: page.elements.first?.beginning?.key)
            _ = try page.elements.first?.beginning.map { try self.place(after: $0.key, in: order, of: id) }
        }
        _ = try surroundings(of: place.answer)
        _ = try surroundings(of: place.comment)
        _ = try isListed(place.comment.key, below: id)
        for comment in [place.comment, place.answer] { _ = try isListed(place.answer.key, below: comment) }
        let state = try discussionState(of: id, publishedAt: .noon, rule: ClosingRule(days: 14), now: .noon)
        _ = try (state, closingReason(of: id, .closed(.byEditor, since: .noon)))
        _ = try (gallery(of: id, version: 1), steps(of: id, after: 0, upTo: 1))
        _ = try (gallery(of: id), relatedStories(of: id), versions(of: id), storyReference(id))
        let stories = try latestStories()
        _ = try (latestStories(after: stories.next), stories.next.map { try isStory(at: $0) })
        _ = try (corrections(after: nil), isCorrection(at: .oldest), story(id).map { try corrections(of: $0) })
        let topic = Slug(stored: "bridges")
        _ = try (
            sections(), usedTopics(), latestChanges(), self.topic(topic), self.stories(topic: topic),
            isStory(at: .oldest, in: topic)
        )
        let quoting = try CommentDraft(name: "A reader", text: "> hello", email: nil, parent: nil, storyVersion: 1)
        let comment = Comment(
            quoting, id: place.comment.id, story: id, thread: place.comment.id, state: .published, createdAt: .noon)
        _ = try correctedTexts(of: id, correctedIn: [2], quotedIn: [Thread(beginning: comment, replies: [])])
        _ = try (lastStoryNumber(), storiesForSitemap(numbered: 1...1_000))
        _ = try self.stories(publishedAfter: .noon, limit: 10)
        _ = try latestComments(of: id)
        _ = try (latestChange(), changes(after: 0, limit: 10), changes(of: id, after: latestChange() - 1, limit: 10))
        _ = try (lastChange(of: id), openness(of: id, publishedAt: .noon, rule: ClosingRule(days: 14), now: .noon))
        _ = try (
            dueRecurringJobs(closing: ClosingRule(days: 14), now: .noon.later(15 * 86_400)), hasDueJobs(now: .noon)
        )
        _ = try isAsked(place.comment.id)
        _ = try (comments(by: "writer", on: id), isOpen(id, rule: ClosingRule(days: 14), now: .noon))
        _ = try rulingAgainst(place.comment.id)
        _ = try ownRemoval(of: place.comment.id, writer: "writer", now: .noon.later(3_600))
        _ = try (receipt(hash: "\(place.answer.id) one"), session(tokenHash: "-", now: .noon))
    }

    /// Runs every query of the desk's pages.
    func visitDesk(_ place: FilledNewsroom) throws {
        _ = try (latestRulings(), houseDecision(), decision(on: place.newsroom.story))
        for deskCase in try mostUrgentCase() {
            let comment = deskCase.comment.id
            _ = try (self.deskCase(deskCase.id), ruling(on: deskCase.id))
            _ = try (redactions(of: comment), self.comment(in: deskCase.id), latestCase(of: comment))
            _ = try (earlierTexts(of: comment), isWriter("writer", of: comment))
            // The latest version, as if the comment quoted from it.
            _ = try (caseContext(of: deskCase, now: .noon), currentVersion(of: deskCase.story.id))
        }
        _ = try (logEntries(), staff(email: "moderator@example.org"), waitingWork(now: .noon))
        try visitQueue(place)
    }

    private func mostUrgentCase() throws -> [Case] {
        try queue(QueueFilter(), limit: 1, now: .noon).elements.compactMap { try deskCase($0.id) }
    }

    private func visitQueue(_ place: FilledNewsroom) throws {
        let narrow = QueueFilter(
            .open, story: place.newsroom.story, topic: "Bridges", language: .english, clause: "abuse", hours: 1)
        for filter in QueueFilter.View.allCases.map({ QueueFilter($0) }) + [narrow] {
            _ = try queue(filter, after: PageKey(milliseconds: 1, number: 1), now: .noon)
            _ = try (queue(filter, now: .noon), queueCount(filter, now: .noon))
        }
        _ = try (bulkPreview(of: [Case.ID(1), Case.ID(2)], now: .noon), bulkPreview(of: QueueFilter(), now: .noon))
        let unread = QueueFilter(
            .unread, story: place.newsroom.story, topic: "Bridges", language: .english, hours: 1)
        for filter in [QueueFilter(.unread), unread] {
            _ = try unreadComments(filter, after: PageKey(milliseconds: 1, number: 1), now: .noon)
            _ = try (unreadComments(filter, now: .noon), queueCount(filter, now: .noon))
        }
        _ = try savedViews(of: place.newsroom.moderator)
        _ = try (queueCounts(now: .noon), decisions(of: place.newsroom.moderator, on: .noon), reporterRecord(of: "two"))
    }

    /// Posts, edits, reports, rules, undoes, closes, signs in and signs out.
    func work(_ place: FilledNewsroom) throws {
        let (id, staff) = (place.newsroom.story, place.newsroom.moderator)
        for (name, parent) in [("A reader", nil), ("A reader", place.comment.id), ("Nobody knows me", nil)] {
            let draft = try CommentDraft(name: name, text: "hello", email: nil, parent: parent, storyVersion: 1)
            let posting = Posting(draft: draft, story: id, source: "s", commenter: .browser("w"), now: .noon)
            let rules = PostingRules(
                closing: ClosingRule(days: 14), holdsUnknownNames: true, limits: [.init(9, per: 60)])
            _ = try edit(post([posting], rules: rules)[0].get().comment.id, to: "good evening", writer: "w", now: .noon)
        }
        let draft = try ReportDraft(clause: "abuse", text: nil, email: nil, policy: .standard)
        try report(
            Reporting(draft: draft, comment: place.answer.id, source: "two", receiptHash: "two", now: .noon), limits: []
        )
        for deskCase in try mostUrgentCase() {
            let ruling = try RulingDraft(
                outcome: "uphold", clause: "abuse", sentence: nil, revision: deskCase.comment.revision,
                policy: .standard)
            try undo(rule(deskCase.id, ruling, by: staff, now: .noon), by: staff, now: .noon)
            for kind in CaseAct.Kind.allCases {
                let revision = deskCase.comment.revision
                try undo(act(kind, on: deskCase.id, revision: revision, by: staff, now: .noon), by: staff, now: .noon)
            }
            try ruleInBulk(deskCase, by: staff)
            _ = try claimNext(QueueFilter(), notAgain: deskCase.id, by: staff, now: .noon)
            try claim(deskCase.id, by: staff, now: .noon)
            for subject in DeskNote.Subject.allCases {
                try addNote(DeskNoteDraft(subject: subject.rawValue, text: "-"), on: deskCase.id, by: staff, now: .noon)
            }
            try redact(deskCase.comment, by: staff)
            _ = try takeCase(of: deskCase.comment.id, by: staff, now: .noon)
            _ = try reply(DeskReplyDraft(name: "The desk", text: "hello"), in: deskCase.id, by: staff, now: .noon)
        }
        try deleteOwn(on: id, by: staff)
        try leave(below: id)
        try readUnread(by: staff)
        try useAccounts(on: place.comment)
        try useSuggestions(on: id, by: staff)
        try useNotifications(below: id, topic: Topic(name: "Bridges"))
        try coverLive(id, by: staff)
        try decide(.close, on: id, by: staff, reason: nil, now: .noon)
        for seconds in [0, 15 * 86_400] as [Double] {
            try forgetAdmissions(now: .noon.later(seconds))
            try recordClosings(ClosingRule(days: 14), now: .noon.later(seconds))
        }
        try begin(NewSession(tokenHash: "-", now: .noon, expiresAt: .noon.later(60)), of: staff.id)
        try endSession(tokenHash: "-")
        try changeStaff()
        try workOnJobs(staff)
        try write(place, staff)
    }

    /// Decides a case as one of many, once alone and once with a second person.
    private func ruleInBulk(_ deskCase: Case, by staff: Staff) throws {
        let draft = try BulkRulingDraft(
            outcome: "remove", clause: "abuse", sentence: nil,
            cases: [ReadCase(id: deskCase.id, revision: deskCase.comment.revision)], policy: .standard)
        let second = try addStaff(
            email: "second@example.org", name: "-", role: .moderator, passwordHash: "-", now: .noon)
        for waits in [false, true] {
            let id = try ruleInBulk(draft, waitsForConfirmation: waits, policy: .standard, by: staff, now: .noon)
            if waits { try confirm(id, policy: .standard, by: second, now: .noon) }
            if let bulk = try bulkRuling(id) { _ = try (waitingBulkRulings(), result(of: bulk)) }
            try undo(id, by: staff, now: .noon)
        }
        try discard(
            ruleInBulk(draft, waitsForConfirmation: true, policy: .standard, by: staff, now: .noon), by: staff,
            now: .noon)
    }

    /// Deletes a comment as its author, and another one as its author asks the desk.
    private func deleteOwn(on story: Story.ID, by staff: Staff) throws {
        let rules = PostingRules(closing: ClosingRule(days: 14), holdsUnknownNames: false, limits: [])
        for seconds in [0, 3_600] as [Double] {
            let draft = try CommentDraft(
                name: "A reader", text: "own \(seconds)", email: nil, parent: nil, storyVersion: 1)
            let posting = Posting(draft: draft, story: story, source: "own", commenter: .browser("own"), now: .noon)
            let id = try post([posting], rules: rules)[0].get().comment.id
            let deletion = Deletion(
                comment: id, asks: true, writer: "own", source: "own", now: .noon.later(seconds))
            try delete(deletion, limits: [.init(9, per: 60)])
            _ = try self.comment(id).map { try isShown($0) }
            guard let asked = try latestCase(of: id) else { continue }
            let ruling = try RulingDraft(
                outcome: "uphold", clause: RulingDraft.authorsRequest, sentence: nil, revision: 0, readsRequest: true,
                policy: .standard)
            try rule(asked, ruling, by: staff, now: .noon)
        }
    }

    /// Opens the cases of unread comments and leaves them, marks old comments as read, and saves a view.
    private func readUnread(by staff: Staff) throws {
        let narrow = QueueFilter(.unread, story: Story.ID(1), topic: "Bridges", language: .english, hours: 1)
        _ = try claimNext(narrow, notAgain: nil, by: staff, now: .noon.later(7_200))
        let claimed = try claimNext(QueueFilter(.unread), notAgain: nil, by: staff, now: .noon)
        if let claimed, let comment = try comment(in: claimed) {
            try release(claimed, by: staff)
            try release(openUnread(comment, by: staff, now: .noon), by: staff)
        }
        try clearUnread(now: .noon.later(UnreadComment.seconds))
        try save(try SavedView(name: "-", filter: narrow), of: staff)
        try deleteView(named: "-", of: staff)
    }

    /// Takes a passage out of a comment and puts it back.
    private func redact(_ comment: Comment, by staff: Staff) throws {
        let passage = String(comment.text.prefix(1))
        let draft = try RedactionDraft(
            passage: passage, occurrence: 1, clause: nil, revision: comment.revision, policy: .standard)
        try undo(redact(comment.id, draft, by: staff, now: .noon), by: staff, now: .noon)
    }

    /// Takes a draft all the way to publication, revises a story and discards another draft.
    private func write(_ place: FilledNewsroom, _ staff: Staff) throws {
        var content = DraftContent()
        content.headline = "A lighthouse opens"
        content.isDiscussionClosed = true
        (content.gallery, content.related) = ([GalleryEntry(Picture.ID(1))], [place.newsroom.story.number])
        content.credits = [DraftCredit(role: "Editing", person: "The moderator", email: staff.email)]
        let id = try createDraft(content, by: staff, now: .noon)
        let editor = Staff(id: staff.id, email: staff.email, name: staff.name, role: .editor)
        let editing = { (tx: Transaction) in
            let stamp = try tx.draft(id)?.stamp ?? DraftStamp(revision: 0, lease: 0)
            return DraftWriting(draft: id, stamp: stamp, staff: editor, reportersPublish: true, now: .noon)
        }
        _ = try (save(content, note: "-", editing(self)), takeOver(editing(self)), submit(editing(self)))
        _ = try (autosave(TypedDraft(), editing(self)), autosave(of: id, by: staff.id))
        try deleteAutosave(of: id, by: staff.id, savedAt: .noon)
        try deleteAutosave(of: id, by: staff.id)
        try deleteAutosave(of: id, by: staff.id, notThatOf: nil)
        try giveBack(editing(self))
        try schedule(at: .noon, editing(self))
        try reschedule(id, to: .noon.later(1), now: .noon)
        let filter = StoryFilter(author: "a", topic: "a", text: "a")
        _ = try (drafts(by: staff.id, matching: filter), drafts(in: .draft, matching: filter))
        _ = try (publishedStories(matching: filter), withdrawnStories(matching: filter))
        _ = try (embargoedItems(matching: filter), publishedStories(matching: StoryFilter()), savedDrafts(of: id))
        _ = try (savedContent(of: id, revision: 1), pictures([GalleryEntry(Picture.ID(1))]), published([1]))
        let note = try addNote("-", about: "-", editing(self))
        _ = try (resolveNote(note, editing(self)), reopenNote(note, editing(self)), draftNotes(of: id))
        if let draft = try draft(id) {
            let publication = DraftPublication(opening: "", language: .english)
            _ = try publish(draft, publication, by: "-", now: .noon)
            if let draft = try self.draft(id) { _ = try publish(draft, publication, by: "-", now: .noon) }
        }
        _ = try reviseStory(place.newsroom.story, by: editor, now: .noon)
        let other = try createDraft(content, by: staff, now: .noon)
        try discard(
            DraftWriting(
                draft: other, stamp: DraftStamp(revision: 1, lease: 1), staff: editor, reportersPublish: true,
                now: .noon))
    }

    /// Does a job, fails at another, retries and drops it.
    private func workOnJobs(_ staff: Staff) throws {
        for subject in ["1", "2"] {
            try enqueue(JobOrder(.forgetAdmissions, subject: subject, dueAt: .noon), now: .noon)
        }
        let attempts = try claimJobs(limit: 2, now: .noon)
        for attempt in attempts where try isCurrent(attempt) {
            if attempt.subject == "1" { try finish(attempt) } else { try fail(attempt, "-", now: .noon, jitter: 0) }
        }
        _ = try (jobs(limit: 10, now: .noon), jobCounts())
        for attempt in attempts.suffix(1) {
            _ = try (
                retryJob(attempt.id, by: staff.email, now: .noon), dropJob(attempt.id, by: staff.email, now: .noon)
            )
        }
        try cancelJob(key: "3")
        try sendMails(staff)
    }

    /// Sends a mail, refuses another and drops the rest.
    private func sendMails(_ staff: Staff) throws {
        for _ in 0..<3 { try send(MailTests.mail(), now: .noon) }
        for attempt in try claimJobs(in: .mail, limit: 1, now: .noon) {
            if let id = Mail.ID(path: attempt.subject), try storedMail(id) != nil { try dropMail(id) }
        }
        try refuseMail(to: "a@example.org", MailRefusal(code: 550, reason: ""), now: .noon)
        _ = try (hasDueJobs(in: .mail, now: .noon), mailRefusal(of: "a@example.org"))
        try forgetMailRefusal(of: "a@example.org")
        try dropMails(to: "Reader@example.org")
    }

    /// Adds a staff member and makes every change that an operator can make.
    private func changeStaff() throws {
        let email = "another@example.org"
        for _ in 0..<2 {
            let staff = try addStaff(email: email, name: "Another", role: .editor, passwordHash: "-", now: .noon)
            try begin(NewSession(tokenHash: "other", now: .noon, expiresAt: .noon.later(60)), of: staff.id)
            _ = try endSessions(of: staff, now: .noon)
            try setPassword(hash: "other", of: staff, now: .noon)
            _ = try setRole(.moderator, of: staff, now: .noon)
            try remove(try member(email: email), unusableHash: "none", now: .noon)
        }
    }

    /// Names a card in a story, fetches it, fails at another and reads them.
    private func useCards(of story: Story.ID) throws {
        try setCards(["https://example.org/one", "https://example.org/two"], of: story, now: .noon)
        for attempt in try claimJobs(in: .network, limit: 2, now: .noon) {
            guard let id = LinkCard.ID(path: attempt.subject), let address = try addressToFetch(id) else { continue }
            let file = Rendition(format: .jpeg, width: 320, height: 200, name: "card")
            let card = LinkCard(address: address, title: "-", description: nil, site: nil, renditions: [file])
            if address.hasSuffix("one") { try store(card, as: id, now: .noon) } else { try markFailed(id) }
            try finish(attempt)
        }
        _ = try (hasDueJobs(in: .network, now: .noon), cards(of: story), fetchedCard(at: "https://example.org/one"))
        _ = try (self.story(showingRendition: "card"), agencyText(of: story))
    }

    /// Holds a story and a package that names it, and releases both.
    private func takeInUnderEmbargo() throws {
        let story = IncomingStory.test(guid: "held", version: 1)
        let package = IncomingPackage(guid: "held package", wireVersion: 1, stories: ["held"], galleries: [:])
        try hold(HeldItem(story, until: .noon), now: .noon)
        try hold(HeldItem(package, until: nil), now: .noon)
        _ = try (isUnderEmbargo(guid: "held"), heldPackages(naming: "held"))
        if let (id, _) = try heldItem(guid: "held") { _ = try heldItem(id) }
        for guid in ["held", "held package"] { try dropHeldItem(guid: guid) }
    }

    /// Imports everything that an agency sends: stories, pictures, packages, corrections and withdrawals.
    func takeIn(_ place: FilledNewsroom) throws {
        let picture = IncomingPicture(
            guid: "picture", wireVersion: 1, caption: "A bridge.", provenance: Provenance(), fileNames: [])
        let rendition = Rendition(format: .jpeg, width: 640, height: 480, name: "640")
        let developed = DevelopedPicture(picture, digest: "-", renditions: [rendition])
        let id = try publish(developed, now: .noon)
        try setGallery([GalleryEntry(id)], of: place.newsroom.story)
        try publish(developed, now: .noon)
        _ = try (usablePicture(guid: "picture"), packageVersion(guid: "package"))
        try notePackage(guid: "package", wireVersion: 1)
        let other = try publish(.test(guid: "another", version: 1), opening: "").story
        _ = try publish(.test(guid: "another", version: 2), opening: "")
        try relate([place.newsroom.story, other])
        _ = try publish(.test(guid: "another", version: 3, status: .canceled), opening: "")
        _ = try storyID(guid: "another")
        // A topic as an earlier version stored it, with its address.
        try run("INSERT INTO topics (slug, name) VALUES ('c', 'C++')")
        for (guid, name) in [("c", "C++"), ("d", "c++"), ("e", "C#"), ("f", "C#!")] {
            _ = try publish(.test(guid: guid, version: 1, topics: [Topic(name: name)]), opening: "")
        }
        _ = try story(showingRendition: "640")
        try useCards(of: place.newsroom.story)
        try withdrawPicture(guid: "picture", wireVersion: 2, now: .noon)
        try useLibrary(place)
        try takeInUnderEmbargo()
        try withdrawAndReturn(by: place.newsroom.moderator)
    }
}
