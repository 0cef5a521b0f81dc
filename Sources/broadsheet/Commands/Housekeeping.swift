import Foundation
import Operations
import ServiceLifecycle
import Web

/// Runs the newspaper's background jobs when they are due.
///
/// It checks every two seconds. So this process soon takes over if the process that ran a job last has ended,
/// and readers soon learn that a discussion has closed.
struct Housekeeping: Service {
    private static let rest = Duration.seconds(2)

    let site: Site

    func run() async throws {
        // The task is canceled if the server cannot start or fails.
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            _ = try? await site.newspaper.performDuties()
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.rest) }
        }
    }
}
