import Crypto
import Foundation
import Newsroom

/// Signs requests to S3 with AWS Signature Version 4. The signature covers the whole body
/// (docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html).
struct Signature: Sendable {
    let region: String
    let key: AccessKey
    let moment: Date

    /// Adds the signed fields and the signature to a request.
    func sign(_ request: BucketRequest) -> BucketRequest {
        var signed = request
        signed.fields += [
            ("host", request.host), ("x-amz-content-sha256", SHA256.hash(data: request.body).hexadecimal),
            ("x-amz-date", stamp),
        ]
        if let token = key.sessionToken { signed.fields.append(("x-amz-security-token", token)) }
        let credential = "\(key.id)/\(scope)"
        let names = names(of: signed)
        let signature = authenticate(textToSign(signed), with: signingKey).hexadecimal
        signed.fields.append(
            (
                "authorization",
                "AWS4-HMAC-SHA256 Credential=\(credential),SignedHeaders=\(names),Signature=\(signature)"
            ))
        return signed
    }

    /// Task 1: the request in its canonical form.
    func canonical(_ request: BucketRequest) -> String {
        let lines = sorted(request).map { "\($0.name):\(trimmed($0.value))\n" }.joined()
        let digest = request.fields.first { $0.name == "x-amz-content-sha256" }?.value ?? ""
        return [request.method, request.path, request.canonicalQuery, lines, names(of: request), digest]
            .joined(separator: "\n")
    }

    /// Task 2: the text that the key signs.
    private func textToSign(_ request: BucketRequest) -> String {
        let digest = SHA256.hash(data: Array(canonical(request).utf8)).hexadecimal
        return ["AWS4-HMAC-SHA256", stamp, scope, digest].joined(separator: "\n")
    }

    /// Task 3: a key that is valid only for this day, this region and this service.
    private var signingKey: SymmetricKey {
        [day, region, "s3", "aws4_request"].reduce(SymmetricKey(data: Array("AWS4\(key.secret)".utf8))) {
            SymmetricKey(data: authenticate($1, with: $0))
        }
    }

    private func authenticate(_ text: String, with key: SymmetricKey) -> HashedAuthenticationCode<SHA256> {
        HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key)
    }

    private var scope: String { "\(day)/\(region)/s3/aws4_request" }

    /// The time, in the form `20130524T000000Z`.
    private var stamp: String { moment.ISO8601Format().filter { $0 != "-" && $0 != ":" } }

    private var day: String { String(stamp.prefix(8)) }

    private func names(of request: BucketRequest) -> String { sorted(request).map(\.name).joined(separator: ";") }

    private func sorted(_ request: BucketRequest) -> [(name: String, value: String)] {
        request.fields.sorted { $0.name < $1.name }
    }

    private func trimmed(_ value: String) -> String { value.split(separator: " ").joined(separator: " ") }
}
