import Testing

@testable import Bucket

@Suite("The address of a bucket", .timeLimit(.minutes(1)))
struct AddressTests {
    private static let keys = ["AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "secret"]

    private func configuration(
        _ address: String, _ environment: [String: String] = [:]
    ) throws -> BucketConfiguration {
        try BucketConfiguration(try BucketAddress(address), Self.keys.merging(environment) { $1 })
    }

    @Test(
        "The endpoint comes from the address and the environment",
        arguments: [
            ("s3://news?region=eu-west-1", [:], "https news.s3.eu-west-1.amazonaws.com ", "eu-west-1"),
            ("s3://a.news?region=eu-west-1", [:], "https s3.eu-west-1.amazonaws.com /a.news", "eu-west-1"),
            ("s3://news", ["AWS_REGION": "eu-north-1"], "https news.s3.eu-north-1.amazonaws.com ", "eu-north-1"),
            ("s3://news", ["AWS_DEFAULT_REGION": "b", "AWS_REGION": ""], "https news.s3.b.amazonaws.com ", "b"),
            ("s3://news?endpoint=http://127.0.0.1:9000", [:], "http 127.0.0.1:9000 /news", "us-east-1"),
            ("s3://news?endpoint=https://[::1]:443/", [:], "https [::1] /news", "us-east-1"),
            (
                "s3://news?endpoint=https://a.example/s3&region=x", ["AWS_ENDPOINT_URL": "https://b.example"],
                "https a.example /s3/news", "x"
            ),
            (
                "s3://news",
                [
                    "AWS_ENDPOINT_URL": "https://b.example", "AWS_ENDPOINT_URL_S3": "https://c.example",
                    "AWS_REGION": "y",
                ],
                "https c.example /news", "y"
            ),
        ])
    func places(address: String, environment: [String: String], endpoint: String, region: String) throws {
        let configuration = try configuration(address, environment)
        #expect(
            "\(configuration.endpoint.scheme) \(configuration.endpoint.host) \(configuration.endpoint.path)" == endpoint
        )
        #expect(configuration.region == region)
    }

    @Test(
        "The path of the address is a prefix of all names",
        arguments: [("", ""), ("/", ""), ("/a", "a/"), ("/a/b_c-1.x/", "a/b_c-1.x/")])
    func prefixes(path: String, prefix: String) throws {
        #expect(try BucketAddress("s3://news\(path)?region=x").prefix == prefix)
    }

    @Test(
        "An invalid address is refused without being repeated in the message",
        arguments: [
            "s3:secret", "s3://", "s3://Secret", "s3://secret_", "s3://news:80/secret", "s3://news/secret#a",
            "s3://news/a//secret", "s3://news/../secret", "s3://news/./secret", "s3://news/secret%2f",
            "s3://news/secret é",
            "s3://news/secret~", "s3://secret@news", "s3://a:secret@news", "s3://news?secret=secret",
            "s3://news?region=", "s3://news?region=secret.example", "s3://news?endpoint=secret",
            "s3://news?endpoint=https://secret@a.example", "s3://news?endpoint=https://a.example?secret",
            "s3://news?endpoint=file:///secret",
        ])
    func refused(address: String) {
        let fault = #expect(throws: BucketFault.self) { try BucketAddress(address) }
        guard case .notSet(let sentence) = fault else { return }
        #expect(!sentence.contains("secret") && sentence.hasSuffix("."))
    }

    @Test("The message names the missing settings")
    func missing() throws {
        let address = try BucketAddress("s3://news")
        for (environment, wanted) in [([:], "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"), (Self.keys, "AWS_REGION")] {
            let fault = #expect(throws: BucketFault.self) { try Bucket(address, environment: environment) }
            #expect(fault?.description.contains(wanted) == true)
        }
        #expect("\(address)" == "s3://news/")
    }
}
