import Foundation

/// Objects in a bucket of an S3-compatible store, each known by a name below the prefix of the bucket's address.
///
/// Nothing is ever changed or deleted. Needs the permissions `s3:GetObject`, `s3:PutObject` and `s3:ListBucket`; without the last, a
/// store does not say whether an object is missing. What fails for the moment is tried again, some times and within bounds.
package struct Bucket: Sendable {
    /// Bytes that an object may have.
    package static let largestObject = 64 << 20
    private static let longestMessage = 4 << 20

    let prefix: String
    private let place: BucketPlace
    private let transport: any Transport
    private let watch: Watch

    /// Throws `notSet` where neither the address nor the environment says what is needed. Nothing is asked yet.
    package init(_ address: BucketAddress, environment: [String: String]) throws(BucketFault) {
        let place = try BucketPlace(address, environment)
        self.init(
            place, prefix: address.prefix, transport: HTTPTransport(scheme: place.endpoint.scheme), watch: .system)
    }

    init(_ place: BucketPlace, prefix: String, transport: any Transport, watch: Watch) {
        self.place = place
        self.prefix = prefix
        self.transport = transport
        self.watch = watch
    }

    /// An object's bytes; `nil` where there is none of the name.
    package func object(_ name: String) async throws -> [UInt8]? {
        let reply = try await send(request("GET", name), .reading, limit: Self.largestObject)
        return try isThere(reply) ? reply.body : nil
    }

    package func has(_ name: String) async throws -> Bool {
        try isThere(try await send(request("HEAD", name), .writing, limit: Self.largestObject))
    }

    /// Stores an object. It is there once this returns, and not in part if it does not.
    package func put(_ bytes: [UInt8], as name: String, type: String) async throws {
        guard bytes.count <= Self.largestObject else {
            throw BucketFault.unexpected("\(bytes.count) bytes to be stored")
        }
        var request = request("PUT", name)
        request.fields = [("content-type", type)]
        request.body = bytes
        try demandSuccess(try await send(request, .writing))
    }

    /// The names of all objects, a thousand at a time.
    package func forEachPage(_ body: ([String]) -> Void) async throws {
        var token: String?
        repeat {
            let reply = try await send(listing(after: token), .writing)
            try demandSuccess(reply)
            let keys = XMLParts.texts(of: "Key", in: reply.body)
            body(keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) })
            token = XMLParts.texts(of: "NextContinuationToken", in: reply.body).first
        } while token != nil
    }

    /// Asks whether the bucket is there and lets us in.
    package func look() async throws {
        var request = listing(after: nil)
        request.query.append(("max-keys", "1"))
        try demandSuccess(try await send(request, .looking))
    }

    private func request(_ method: String, _ name: String) -> BucketRequest {
        BucketRequest(
            method: method, host: place.endpoint.host,
            path: "\(place.endpoint.path)/\(prefix)\(BucketRequest.encoded(name))")
    }

    private func listing(after token: String?) -> BucketRequest {
        var request = BucketRequest(method: "GET", host: place.endpoint.host, path: place.endpoint.path + "/")
        request.query = [("list-type", "2"), ("prefix", prefix)]
        if let token { request.query.append(("continuation-token", token)) }
        return request
    }

    private func isThere(_ reply: BucketReply) throws -> Bool {
        if reply.status == 404, ["NoSuchKey", ""].contains(reply.code) { return false }
        try demandSuccess(reply)
        return true
    }

    private func demandSuccess(_ reply: BucketReply) throws {
        guard reply.status != 200 else { return }
        throw BucketFault.refused(status: reply.status, code: reply.code)
    }
}

extension Bucket {
    /// What goes wrong for the moment is tried again as long as patience lasts.
    private func send(
        _ request: BucketRequest, _ patience: Patience, limit: Int = Self.longestMessage
    ) async throws -> BucketReply {
        let end = watch.uptime() + patience.time
        var tries = 0
        while true {
            tries += 1
            let fault: BucketFault
            do {
                let signed = Signature(region: place.region, key: place.key, moment: watch.now()).sign(request)
                let reply = try await transport.send(signed, limit: limit, within: end - watch.uptime())
                guard reply.isPassing else { return reply }
                fault = .unreachable("\(reply.status) \(reply.code)")
            } catch BucketFault.unreachable(let cause) {
                fault = .unreachable(cause)
            }
            let pause = patience.pause(after: tries, chance: .random(in: 0...1))
            guard tries < patience.tries, watch.uptime() + pause < end else { throw fault }
            try await watch.rest(pause)
        }
    }
}
