import Foundation
import ServiceLifecycle
import Web

/// Looks often whether a duty of the house is due, so that this program is soon there where the one that did it last is gone.
struct Housekeeping: Service {
    private static let rest = Duration.seconds(10)

    let site: Site

    func run() async throws {
        // Cancelled where the server could not begin, or failed.
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            _ = try? await site.doDuties()
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.rest) }
        }
    }
}
