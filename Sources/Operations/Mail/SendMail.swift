import Database
import Foundation
package import Newsroom
import Storage

/// Hands a mail to the relay. Throws if a later try may succeed.
package typealias MailDelivery = @Sendable (_ mail: StoredMail) async throws -> MailFate

/// The outcome of an attempt at a mail.
package struct MailReport: Sendable {
    package enum Outcome: String, Sendable, CaseIterable {
        case sent
        /// There is no relay, so the mail became a file.
        case written
        /// The relay takes no mail for the address.
        case refused
        /// Not sent, because the relay refused the address earlier.
        case dropped
        /// Not sent, because it was of no use anymore.
        case expired
        /// It is tried again later.
        case failed
    }

    package let kind: Mail.Kind
    package let outcome: Outcome
    /// The relay's words, if it refused the address.
    package let refusal: MailRefusal?

    init(_ kind: Mail.Kind, _ outcome: Outcome, _ refusal: MailRefusal? = nil) {
        self.kind = kind
        self.outcome = outcome
        self.refusal = refusal
    }
}

/// Learns the outcome of each attempt at a mail.
package typealias MailWatch = @Sendable (MailReport) -> Void

extension Newspaper {
    /// How long a refusal stops a mail that somebody has just asked for, such as a link to sign in.
    private static let restAfterRefusal = 86_400.0

    /// Sends the mail of a job, and returns the work that forgets it. Sends nothing if another process has the job.
    ///
    /// A process that ends between the two sends the mail again later, with the same identifier.
    func workOnMail(_ attempt: JobAttempt) async throws -> JobWork {
        guard let id = Mail.ID(path: attempt.subject), let deliverMail else { return { _, _ in } }
        // A replica may not have the mail yet.
        let (found, earlier) = try await database.look { tx -> (StoredMail?, StoredMailRefusal?) in
            guard try tx.isCurrent(attempt), let stored = try tx.storedMail(id) else { return (nil, nil) }
            return (stored, try tx.mailRefusal(of: stored.mail.to))
        }
        guard let found else { return { _, _ in } }
        let report = try await report(on: found, refused: earlier, deliverMail)
        watchMails?(report)
        let address = found.mail.to
        return { tx, now in
            if let refusal = report.refusal {
                try tx.refuseMail(to: address, refusal, now: now)
            } else if earlier != nil, report.outcome == .sent {
                try tx.forgetMailRefusal(of: address)
            }
            try tx.dropMail(id)
        }
    }

    private func report(
        on stored: StoredMail, refused: StoredMailRefusal?, _ deliver: MailDelivery
    ) async throws -> MailReport {
        let (kind, now) = (stored.mail.kind, clock.now)
        if stored.mail.isExpired(at: now) { return MailReport(kind, .expired) }
        if let refused, kind != .signIn || now.timeIntervalSince(refused.at) < Self.restAfterRefusal {
            return MailReport(kind, .dropped)
        }
        do {
            switch try await deliver(stored) {
            case .sent: return MailReport(kind, .sent)
            case .written: return MailReport(kind, .written)
            case .refused(let refusal): return MailReport(kind, .refused, refusal)
            }
        } catch {
            watchMails?(MailReport(kind, .failed))
            throw error
        }
    }
}
