import Foundation
import Newsroom
import Operations
import ServiceLifecycle
import Web

/// Does the newspaper's jobs when they are due.
///
/// It checks four times a second. So a scheduled story appears in time, and this process soon takes over a job
/// whose process has ended. The jobs that ask other machines wait for one another, but the others do not wait for them.
struct Housekeeping: Service {
    private static let rest = Duration.milliseconds(250)
    /// It asks in every fourth look whether recurring jobs are due, because that takes several queries.
    private static let looksForRecurring = 4

    let site: Site

    func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { lanes in
            for lane in Job.Lane.allCases { lanes.addTask { try await perform(lane) } }
            try await lanes.waitForAll()
        }
    }

    private func perform(_ lane: Job.Lane) async throws {
        var looks = 0
        // The task is canceled if the server cannot start or fails.
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            let recurring = looks.isMultiple(of: Self.looksForRecurring)
            looks &+= 1
            // A process that is told to stop finishes the jobs that it has claimed and claims no more.
            try? await cancelWhenGracefulShutdown {
                _ = try? await site.newspaper.performJobs(in: lane, recurring: recurring)
                try await Task.sleep(for: Self.rest)
            }
        }
    }
}
