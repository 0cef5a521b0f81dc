import Foundation
import Operations
import ServiceLifecycle
import Web

/// Looks often whether a duty of the house is due: this program is soon there where the one that did it last is gone, and readers
/// hear soon that a discussion has closed.
struct Housekeeping: Service {
    private static let rest = Duration.seconds(2)

    let site: Site

    func run() async throws {
        // Cancelled where the server could not begin, or failed.
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            _ = try? await site.newspaper.performDuties()
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.rest) }
        }
    }
}
