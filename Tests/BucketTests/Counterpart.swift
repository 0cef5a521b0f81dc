import Foundation
import Synchronization

@testable import Bucket

/// A store that answers what a test tells it to, one answer after the other, and remembers what it was asked.
final class Counterpart: Transport {
    enum Turn: Sendable {
        case reply(Int, String = "", [String: String] = [:])
        case fault(BucketFault)
    }

    private let turns: Mutex<[Turn]>
    private let heard = Mutex<[BucketRequest]>([])
    private let passed = Mutex<Duration>(.zero)
    /// How long each answer takes.
    private let pace: Duration

    init(_ turns: [Turn], pace: Duration = .zero) {
        self.turns = Mutex(turns)
        self.pace = pace
    }

    var requests: [BucketRequest] { heard.withLock { $0 } }
    var time: Duration { passed.withLock { $0 } }

    func send(_ request: BucketRequest, limit: Int, within time: Duration) async throws -> BucketReply {
        heard.withLock { $0.append(request) }
        guard pace < time else {
            passed.withLock { $0 += time }
            throw BucketFault.unreachable("it takes too long")
        }
        passed.withLock { $0 += pace }
        switch turns.withLock({ $0.count > 1 ? $0.removeFirst() : $0[0] }) {
        case .reply(let status, let body, let fields):
            return BucketReply(status: status, fields: fields, body: Array(body.utf8))
        case .fault(let fault): throw fault
        }
    }

    /// A bucket there, in whose time nothing takes longer than it must.
    var bucket: Bucket {
        let watch = Watch(
            now: { Date(timeIntervalSince1970: 1_369_353_600) }, uptime: { self.time },
            rest: { pause in self.passed.withLock { $0 += pause } })
        let place = BucketPlace(
            endpoint: Endpoint(scheme: "https", host: "store.example", path: "/news"), region: "us-east-1",
            key: AccessKey(id: "id", secret: "secret", sessionToken: nil))
        return Bucket(place, prefix: "pictures/", transport: self, watch: watch)
    }
}
