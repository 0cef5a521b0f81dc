import Foundation
import Newsroom
import Outbound

/// A bucket of an S3-compatible store. Each object has a name below the prefix in the bucket's address.
///
/// Needs the permissions `s3:GetObject`, `s3:PutObject`, `s3:DeleteObject` and `s3:ListBucket`. Without
/// `s3:ListBucket`, a store denies access to a missing object instead of reporting that it is missing. A
/// `RetryPolicy` limits the attempts at each request.
package struct Bucket: Sendable {
    /// The maximum size of an object in bytes.
    package static let largestObject = 64 << 20
    private static let longestMessage = 4 << 20

    let prefix: String
    private let configuration: BucketConfiguration
    private let client: any OutboundClient
    /// The time of day, for signatures.
    private let clock: Newsroom.Clock
    /// The clock for pauses and time limits.
    private let timer: any _Concurrency.Clock<Duration>

    /// Throws `notSet` if a setting is missing or invalid. Does not send a request.
    package init(_ address: BucketAddress, environment: [String: String]) throws(BucketFault) {
        // The operator chose the store, so it may be anywhere.
        self.init(
            try BucketConfiguration(address, environment), prefix: address.prefix,
            client: GuardedClient(allowing: .anywhere), clock: .system, timer: ContinuousClock())
    }

    init(
        _ configuration: BucketConfiguration, prefix: String, client: any OutboundClient, clock: Newsroom.Clock,
        timer: any _Concurrency.Clock<Duration>
    ) {
        self.configuration = configuration
        self.prefix = prefix
        self.client = client
        self.clock = clock
        self.timer = timer
    }

    /// The bytes of an object; `nil` if no object has this name.
    package func object(_ name: String) async throws -> [UInt8]? {
        let response = try await send(request("GET", name), .reading, limit: Self.largestObject)
        return try exists(response) ? response.body : nil
    }

    package func has(_ name: String) async throws -> Bool {
        try exists(try await send(request("HEAD", name), .writing, limit: Self.largestObject))
    }

    /// Stores an object: the whole object on success, nothing on failure. Replaces an object of the same
    /// name.
    package func put(_ bytes: [UInt8], as name: String, type: String) async throws {
        guard bytes.count <= Self.largestObject else {
            throw BucketFault.unexpected("the object has more than \(Self.largestObject) bytes")
        }
        var request = request("PUT", name)
        request.fields = [("content-type", type)]
        request.body = bytes
        try demandSuccess(try await send(request, .writing))
    }

    /// Deletes an object, if there is one.
    package func delete(_ name: String) async throws {
        let response = try await send(request("DELETE", name), .writing)
        if response.status != 204 { _ = try exists(response) }
    }

    /// Passes the names of all objects to `body`, one page of the listing at a time.
    package func forEachPage(_ body: ([String]) -> Void) async throws {
        var token: String?
        repeat {
            let response = try await send(listing(after: token), .writing)
            try demandSuccess(response)
            let keys = XMLParts.texts(of: "Key", in: response.body)
            body(keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) })
            token = XMLParts.texts(of: "NextContinuationToken", in: response.body).first
        } while token != nil
    }

    /// Throws if the bucket is missing or the keys do not give access to it.
    package func look() async throws {
        var request = listing(after: nil)
        request.query.append(("max-keys", "1"))
        try demandSuccess(try await send(request, .looking))
    }

    private func request(_ method: String, _ name: String) -> BucketRequest {
        let endpoint = configuration.endpoint
        return BucketRequest(
            method: method, host: endpoint.host, path: "\(endpoint.path)/\(prefix)\(BucketRequest.encoded(name))")
    }

    private func listing(after token: String?) -> BucketRequest {
        let endpoint = configuration.endpoint
        var request = BucketRequest(method: "GET", host: endpoint.host, path: endpoint.path + "/")
        request.query = [("list-type", "2"), ("prefix", prefix)]
        if let token { request.query.append(("continuation-token", token)) }
        return request
    }

    private func exists(_ response: OutboundResponse) throws -> Bool {
        if response.status == 404, ["NoSuchKey", ""].contains(response.code) { return false }
        try demandSuccess(response)
        return true
    }

    private func demandSuccess(_ response: OutboundResponse) throws {
        guard response.status != 200 else { return }
        throw BucketFault.refused(status: response.status, code: response.code)
    }
}

extension Bucket {
    private func send(
        _ request: BucketRequest, _ policy: RetryPolicy, limit: Int = Self.longestMessage
    ) async throws -> OutboundResponse {
        try await retry(policy, on: timer) { time in
            let signature = Signature(region: configuration.region, key: configuration.key, moment: clock.now)
            let signed = signature.sign(request).outbound(scheme: configuration.endpoint.scheme)
            // A signature is valid for one host, so a redirect is treated as a fault.
            return try await client.send(signed, limits: RequestLimits(time: time, bodyBytes: limit, redirects: 0))
        }
    }

    /// Tries again after a temporary fault, within the limits of the policy. Passes the remaining time to
    /// `work`.
    private func retry<C: _Concurrency.Clock<Duration>>(
        _ policy: RetryPolicy, on timer: C, _ work: (Duration) async throws -> OutboundResponse
    ) async throws -> OutboundResponse {
        let end = timer.now.advanced(by: policy.time)
        var tries = 0
        while true {
            tries += 1
            let fault: BucketFault
            do {
                let response = try await work(timer.now.duration(to: end))
                guard response.isPassing else { return response }
                fault = .unreachable("\(response.status) \(response.code)")
            } catch OutboundFault.tooLarge(let limit) {
                throw BucketFault.unexpected("the response has more than \(limit) bytes")
            } catch let cause as OutboundFault {
                fault = .unreachable("\(cause)")
            }
            let pause = policy.pause(after: tries, chance: .random(in: 0...1))
            guard tries < policy.tries, timer.now.advanced(by: pause) < end else { throw fault }
            try await timer.sleep(for: pause)
        }
    }
}
