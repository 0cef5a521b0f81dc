import Foundation
import Newsroom
import Outbound
import Synchronization
import TestSupport

@testable import Bucket

/// A store that returns scripted responses in turn, and then repeats the last one. Stores the requests.
final class ScriptedStore: OutboundClient {
    enum Turn: Sendable {
        case response(Int, String = "", [String: String] = [:])
        case fault(OutboundFault)
    }

    private let turns: Mutex<[Turn]>
    private let received = Mutex<[OutboundRequest]>([])
    private let timer = ManualClock()
    /// The time that each response takes.
    private let pace: Duration

    init(_ turns: [Turn], pace: Duration = .zero) {
        self.turns = Mutex(turns)
        self.pace = pace
    }

    var requests: [OutboundRequest] { received.withLock { $0 } }
    var time: Duration { timer.now.elapsed }

    func send(_ request: OutboundRequest, limits: RequestLimits) async throws -> OutboundResponse {
        received.withLock { $0.append(request) }
        guard pace < limits.time else {
            timer.advance(by: limits.time)
            throw OutboundFault.timedOut
        }
        timer.advance(by: pace)
        switch turns.withLock({ $0.count > 1 ? $0.removeFirst() : $0[0] }) {
        case .response(let status, let body, let fields):
            return OutboundResponse(status: status, fields: fields, body: Array(body.utf8))
        case .fault(let fault): throw fault
        }
    }

    /// A bucket in this store. Its clock advances only during responses and pauses.
    var bucket: Bucket {
        let configuration = BucketConfiguration(
            endpoint: Endpoint(scheme: "https", host: "store.example", path: "/news"), region: "us-east-1",
            key: AccessKey(id: "id", secret: "secret", sessionToken: nil))
        return Bucket(
            configuration, prefix: "pictures/", client: self,
            clock: Newsroom.Clock { Date(timeIntervalSince1970: 1_369_353_600) }, timer: timer)
    }
}
