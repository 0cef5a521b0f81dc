import Foundation
import Testing

@testable import Bucket

/// The examples from docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html, with their
/// requests and results.
@Suite("Signatures match Amazon's documentation", .timeLimit(.minutes(1)))
struct SignatureTests {
    private static let host = "examplebucket.s3.amazonaws.com"

    private func sign(_ request: BucketRequest, token: String? = nil) -> BucketRequest {
        let key = AccessKey(
            id: "AKIAIOSFODNN7EXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", sessionToken: token)
        // May 24, 2013, midnight.
        return Signature(region: "us-east-1", key: key, moment: Date(timeIntervalSince1970: 1_369_353_600)).sign(
            request)
    }

    private func value(_ name: String, in request: BucketRequest) -> String? {
        request.fields.first { $0.name == name }?.value
    }

    @Test("Reading part of an object is signed as documented")
    func reading() {
        let signed = sign(
            BucketRequest(method: "GET", host: Self.host, path: "/test.txt", fields: [("range", "bytes=0-9")]))
        #expect(
            value("authorization", in: signed)
                == "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
        )
        #expect(value("x-amz-date", in: signed) == "20130524T000000Z")
        #expect(
            value("x-amz-content-sha256", in: signed)
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test("Writing an object is signed as documented")
    func writing() {
        let request = BucketRequest(
            method: "PUT", host: Self.host, path: "/" + BucketRequest.encoded("test$file.text"),
            fields: [("date", "Fri, 24 May 2013 00:00:00 GMT"), ("x-amz-storage-class", "REDUCED_REDUNDANCY")],
            body: Array("Welcome to Amazon S3.".utf8))
        #expect(
            value("authorization", in: sign(request))?
                .hasSuffix("Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd") == true)
    }

    @Test(
        "Requests about the bucket are signed as documented",
        arguments: [
            ([("lifecycle", "")], "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
            (
                [("prefix", "J"), ("max-keys", "2")],
                "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
            ),
        ])
    func asking(query: [(String, String)], signature: String) {
        let request = BucketRequest(
            method: "GET", host: Self.host, path: "/", query: query.map { (name: $0.0, value: $0.1) })
        #expect(value("authorization", in: sign(request))?.hasSuffix("Signature=\(signature)") == true)
    }

    @Test("The token of a temporary key is signed too")
    func token() {
        let signed = sign(BucketRequest(method: "GET", host: Self.host, path: "/"), token: "for some hours")
        #expect(value("x-amz-security-token", in: signed) == "for some hours")
        #expect(value("authorization", in: signed)?.contains(";x-amz-date;x-amz-security-token,") == true)
    }

    @Test("A query has one canonical form")
    func query() {
        let request = BucketRequest(
            method: "GET", host: Self.host, path: "/",
            query: [("prefix", "a/b c+d&é"), ("list-type", "2"), ("continuation-token", "1/x=")])
        #expect(
            request.canonicalQuery == "continuation-token=1%2Fx%3D&list-type=2&prefix=a%2Fb%20c%2Bd%26%C3%A9")
    }

    @Test("Printing or dumping a key does not reveal its secret")
    func secret() {
        let key = AccessKey(id: "id", secret: "secret", sessionToken: "secret token")
        var dumped = ""
        dump(key, to: &dumped)
        for text in ["\(key)", String(reflecting: key), dumped, "\([key])"] { #expect(!text.contains("secret")) }
    }
}
