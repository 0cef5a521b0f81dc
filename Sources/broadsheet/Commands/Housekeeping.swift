import Foundation
import ServiceLifecycle
import Web

/// Once an hour: forgets what no limit counts any more.
struct Housekeeping: Service {
    let site: Site

    func run() async throws {
        while !Task.isShuttingDownGracefully {
            try? await site.forgetOldAdmissions()
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(3_600)) }
        }
    }
}
