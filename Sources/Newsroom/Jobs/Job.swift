package import Foundation

/// Work that may wait. The database keeps a job until one of the newspaper's processes has done it, and lists
/// it as failed if none could.
package struct Job: Sendable, Hashable {
    package typealias ID = Identifier<Job>

    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Deletes admissions that no limit counts.
        case forgetAdmissions = "forget admissions"
        /// Records discussions that closed by age.
        case recordClosings = "record closings"
        /// Publishes a scheduled draft.
        case publishDraft = "publish draft"
        /// Publishes an agency's item at the end of its embargo.
        case releaseHeldItem = "release embargoed item"
        /// Fetches what the card of an address shows.
        case fetchLinkCard = "fetch link card"
        /// Deletes files that no picture needs anymore.
        case deletePictureFiles = "delete picture files"
        /// Removes pictures whose usage terms have ended.
        case removeExpiredPictures = "remove expired pictures"
        /// Adds older pictures to the index of words.
        case indexPictures = "index pictures"
        /// Takes comments that have become too old out of the view of unread ones.
        case clearUnread = "clear unread comments"
        /// Hands a mail to the relay.
        case sendMail = "send mail"
        /// Mails what a person is told, or collects it for a digest.
        case mailNotifications = "mail notifications"
        case mailDigest = "mail digest"
        /// Tells the followers of a story or a topic.
        case tellFollowers = "tell followers"
        /// Tells staff that the queue is long or that jobs have failed.
        case tellStaff = "tell staff"
        /// Gives the comments of a person the person's new name.
        case renameComments = "rename comments"
        /// Erases a person whose account ends, and then their comments.
        case closeAccount = "close account"
        /// Collects what is stored about a person who wants to download it.
        case makeDownload = "make download"
        /// Deletes personal data that is needed only for a while.
        case deleteExpired = "delete expired data"
    }

    /// Kinds of jobs that are claimed together. A slow page on another site never delays the publication of a story.
    package enum Lane: Sendable, Hashable, CaseIterable {
        /// Jobs that only change the database.
        case database
        /// Jobs that ask other machines.
        case network
        /// Mails, one after another. Only the one that is being sent can be sent twice after a crash.
        case mail
    }

    package enum State: String, Sendable, Hashable, CaseIterable { case failed, running, waiting }

    package let id: ID
    /// The kind as it is stored. A newer release, which shares the database, may have kinds that this one does
    /// not know.
    package let kindName: String
    /// The object of the job, such as the number of a draft; empty if the kind says everything.
    package let subject: String
    package let state: State
    package let enqueuedAt: Date
    /// When it is tried next; while it runs, when another process may take it over.
    package let dueAt: Date
    /// How often it was tried since it was enqueued or retried by hand.
    package let attempts: Int
    /// The error of the last attempt; for a refusal, the name of its code.
    package let failure: String?

    package init(
        id: ID, kindName: String, subject: String, state: State, enqueuedAt: Date, dueAt: Date, attempts: Int,
        failure: String?
    ) {
        self.id = id
        self.kindName = kindName
        self.subject = subject
        self.state = state
        self.enqueuedAt = enqueuedAt
        self.dueAt = dueAt
        self.attempts = attempts
        self.failure = failure
    }

    package var kind: Kind? { Kind(rawValue: kindName) }

    /// The job in the log and in lists: `forget admissions`, `publish draft 12`.
    package var title: String { subject.isEmpty ? kindName : "\(kindName) \(subject)" }
}

extension Job.Kind {
    package var lane: Job.Lane {
        switch self {
        case .forgetAdmissions, .recordClosings, .publishDraft, .releaseHeldItem, .indexPictures,
            .removeExpiredPictures, .clearUnread, .renameComments, .mailNotifications, .mailDigest, .closeAccount,
            .tellFollowers,
            .tellStaff,
            .makeDownload, .deleteExpired:
            .database
        case .fetchLinkCard, .deletePictureFiles: .network
        case .sendMail: .mail
        }
    }

    /// How long a process may work on a job before another takes it over, in seconds. A process that is late changes
    /// nothing.
    package var lease: TimeInterval {
        switch lane {
        case .database: 1
        case .network: 60
        case .mail: 120
        }
    }

    /// How long a job is tried before it is given up, in seconds.
    package var patience: TimeInterval {
        switch self {
        case .publishDraft, .releaseHeldItem, .removeExpiredPictures, .renameComments, .closeAccount: 86_400
        case .forgetAdmissions, .recordClosings, .fetchLinkCard, .deletePictureFiles, .indexPictures,
            .clearUnread, .mailNotifications, .mailDigest, .makeDownload, .deleteExpired,
            .tellFollowers, .tellStaff:
            Self.usualPatience
        // A relay that is down on a weekend loses nothing. Mails that expire earlier are not sent later.
        case .sendMail: 2 * 86_400
        }
    }

    package static let usualPatience: TimeInterval = 3_600
}

/// The numbers of jobs that are not done.
package struct JobCounts: Sendable, Hashable {
    /// Counting stops here. The number then means "this many, or more".
    package static let most = 10_000

    package let failed: Int
    /// Waiting and running jobs.
    package let open: Int

    package init(failed: Int, open: Int) {
        self.failed = failed
        self.open = open
    }
}
