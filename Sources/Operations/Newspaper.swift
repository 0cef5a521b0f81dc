package import Darkroom
package import Database
package import Newsroom
import Storage

/// A newspaper and its operations. Each use case is an extension in a separate file. An operation takes an
/// actor and values, checks the actor's permission, writes in one transaction, and returns after every page
/// of this process that shows the change is up to date.
package final class Newspaper: Sendable {
    package let database: Database
    package let rules: NewspaperRules
    package let clock: Clock
    /// Follows the change feed; `nil` for a command, which serves no pages.
    package let changes: ChangeFollower?
    /// Fetches what cards show; `nil` for a command, which does no jobs.
    let fetchCard: CardFetch?
    /// Hands mails to the relay; `nil` for a command, which does no jobs.
    let deliverMail: MailDelivery?
    /// Makes the files of pictures that staff upload; `nil` for a command.
    let darkroom: Darkroom?
    let passwords: PasswordQueue
    let watchJobs: JobWatch?
    let watchMails: MailWatch?
    let postings: JointWrites<Posting, PostedComment>

    package init(
        _ database: Database, rules: NewspaperRules, clock: Clock, changes: ChangeFollower? = nil,
        fetchCard: CardFetch? = nil, deliverMail: MailDelivery? = nil, darkroom: Darkroom? = nil,
        passwords: PasswordQueue = PasswordQueue(), watchJobs: JobWatch? = nil, watchMails: MailWatch? = nil
    ) {
        self.database = database
        self.rules = rules
        self.clock = clock
        self.changes = changes
        self.fetchCard = fetchCard
        self.deliverMail = deliverMail
        self.darkroom = darkroom
        self.passwords = passwords
        self.watchJobs = watchJobs
        self.watchMails = watchMails
        let posting = rules.posting
        postings = JointWrites(on: database) { postings, tx in try tx.post(postings, rules: posting) }
    }

    /// The same newspaper under other rules.
    package func with(rules: NewspaperRules) -> Newspaper {
        Newspaper(
            database, rules: rules, clock: clock, changes: changes, fetchCard: fetchCard, deliverMail: deliverMail,
            darkroom: darkroom, passwords: passwords, watchJobs: watchJobs, watchMails: watchMails)
    }

    /// Records that the settings changed, so that no page from before is shown, in this process or another one.
    package func noteChangedSettings() async throws { try await write { tx in try tx.noteChangedSettings() } }

    /// Writes something that pages show. Returns when the commit is on disk and the change has been
    /// delivered.
    @discardableResult
    func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        let value = try await database.write(body)
        await changes?.settle()
        return value
    }
}
