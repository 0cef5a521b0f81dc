package import Newsroom

/// The words of the list of jobs.
package struct JobWords: Sendable {
    package var title = "Jobs"
    package var note =
        "The server does this work by itself. A job that fails is tried again, at longer and longer intervals, and "
        + "is given up in the end. Then it stays here until you retry it or drop it. Recurring work begins again "
        + "by itself an hour later."
    package var none = "No job is waiting, running or has failed. Finished jobs are not listed."
    package var counts: @Sendable (_ counts: JobCounts) -> String = { counts in
        func number(_ count: Int) -> String {
            count < JobCounts.most ? count.grouped : "\(count.grouped) or more"
        }
        return "\(number(counts.failed)) failed, \(number(counts.open)) waiting or running"
    }
    package var more: Words.Counted = { "The list shows at most \($0.grouped) failed and \($0.grouped) other jobs." }

    package var number = "No."
    package var job = "Job"
    package var state = "State"
    package var time = "Failed or due"
    package var attempts = "Attempts"
    package var error = "Last error"
    package var actions = "Actions"
    package var retry = "Retry"
    package var drop = "Drop"
    /// Hidden text after a button that tells screen readers which job it concerns.
    package var subject: Words.Counted = { "job \($0)" }
    package var stateName: @Sendable (Job.State) -> String = { state in
        switch state {
        case .failed: "Failed"
        case .running: "Running"
        case .waiting: "Waiting"
        }
    }
    package var kindName: @Sendable (Job.Kind) -> String = { kind in
        switch kind {
        case .forgetAdmissions: "Delete old counts of the limits"
        case .recordClosings: "Record discussions that closed by age"
        case .publishDraft: "Publish draft"
        case .releaseHeldItem: "Release item under embargo"
        case .fetchLinkCard: "Fetch link card"
        case .removeExpiredPictures: "Remove pictures whose usage terms have ended"
        case .deletePictureFiles: "Delete files of pictures"
        case .indexPictures: "Index the texts of pictures"
        case .clearUnread: "Take old comments out of the unread view"
        case .renameComments: "Give a reader's comments the new name"
        case .sendMail: "Send mail"
        case .mailNotifications: "Mail notifications to person"
        case .mailDigest: "Mail digest to person"
        case .tellFollowers: "Tell followers"
        case .tellStaff: "Tell staff about the queue and failed jobs"
        case .closeAccount: "Close account"
        case .makeDownload: "Collect a person's data"
        case .deleteExpired: "Delete personal data that has expired"
        }
    }
}
