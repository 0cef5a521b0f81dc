import Database
import Newsroom
package import Storage

extension Newspaper {
    /// Performs the background jobs that are due and that no other process has performed. Returns the jobs
    /// that it performed.
    @discardableResult
    package func performDuties() async throws -> [Duty] {
        let (now, closing) = (clock.now, rules.posting.closing)
        var performed: [Duty] = []
        let due = try await database.read { tx in
            try Duty.allCases.filter { try tx.isDue($0, closing: closing, now: now) }
        }
        for duty in due {
            if try await write({ tx in try tx.perform(duty, closing: closing, now: now) }) { performed.append(duty) }
        }
        return performed
    }
}
