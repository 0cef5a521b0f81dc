import Newsroom
import Logging
import Operations

extension Site {
    /// Counts an attempt at a job, and logs the ones that failed.
    static func note(_ report: JobReport, _ logger: Logger, _ monitoring: Monitoring) {
        monitoring.count(report)
        guard report.outcome != .done else { return }
        let isGivenUp = report.outcome == .givenUp
        logger.log(
            level: isGivenUp ? .error : .info, isGivenUp ? "job given up" : "job failed",
            metadata: [
                "job": "\(report.id)", "kind": "\(report.kind.rawValue)", "error": "\(report.failure ?? "")",
            ])
    }

    /// Counts an attempt at a mail, and logs an address that the relay refused, without naming it.
    static func note(_ report: MailReport, _ logger: Logger, _ monitoring: Monitoring) {
        monitoring.count(report)
        guard let refusal = report.refusal else { return }
        logger.notice(
            "mail refused",
            metadata: ["kind": "\(report.kind.rawValue)", "code": "\(refusal.code)", "reason": "\(refusal.reason)"])
    }
}
