import Testing

@testable import Database

@Suite("Addresses of PostgreSQL databases", .timeLimit(.minutes(5)))
struct AddressTests {
    @Test(
        "Every form of address that libpq accepts is accepted",
        arguments: [
            "postgres://db.example.org/news", "postgresql://reader@db.example.org:5432/news?sslmode=verify-full",
            "postgres://a.example:5432,b.example:5433/news", "postgres://reader:a%40b%2Fc@[::1]:5432/news",
            "postgres://reader:a?b#c@db/news", "postgres:///news?host=/run/postgresql&ssl=true", "postgres://",
            "postgres://%2Frun%2Fpostgresql/news",
            "postgres://reader@a,b/news?target_session_attrs=any&options=-cx%3Dy",
        ])
    func taken(text: String) throws { #expect(try PostgreSQLAddress(text).text == text) }

    @Test(
        "An invalid or ambiguous address is refused, and the message does not reveal the password",
        arguments: [
            ("Postgres://reader:Secret@db/news", "lowercase"), ("mysql://reader:Secret@db/news", "lowercase"),
            ("host=db password=Secret", "lowercase"),
            ("postgres://reader:Secret:im/x@db/news", "%40"), ("postgres://reader:Secret@im@db/news", "%40"),
            ("postgres://reader:12/Secret@db/news", "%40"), ("postgres://reader:a@b/Secret@db/news", "%40"),
            ("postgres://reader:Secret", "%40"), ("postgres://reader:1?Secret/x@db/news", "parsed"),
            ("postgres://reader:100%Secret@db/news", "parsed"),
            ("postgres://db/news?ssmode=require", "option ssmode is unknown"),
            ("postgres://db/news?password=x&Secret=y", "parsed"),
        ])
    func refused(text: String, reason: String) {
        let fault = #expect(throws: DatabaseFault.self) { try PostgreSQLAddress(text) }
        guard case .unreachable(let words)? = fault else { return #expect(Bool(false), "\(fault as Any)") }
        #expect(words.contains(reason))
        #expect(!words.contains("Secret"))
    }

    @Test(
        "An address is shown without its password",
        arguments: [
            ("postgres://reader@db/news", "postgres://reader@db/news"), ("postgres://db/news", "postgres://db/news"),
            (
                "postgres://reader:secret@a:1,b:2/news?sslmode=require",
                "postgres://reader:…@a:1,b:2/news?sslmode=require"
            ),
            (
                "postgresql://db/news?user=reader&password=secret&port=1",
                "postgresql://db/news?user=reader&password=…&port=1"
            ),
        ])
    func shown(text: String, shown: String) throws { #expect(try PostgreSQLAddress(text).shown == shown) }

    @Test(
        "An address has a password before its hosts or in an option, or an option that may be secret",
        arguments: [
            ("postgres://reader@db:5432/news?sslmode=require", false), ("postgres:///…?host=/run/postgresql", false),
            ("postgres://reader:secret@db/news", true), ("postgres://db/news?user=reader&password=secret", true),
            ("postgres://reader@db/news?options=-cx%3Dy", true),
        ])
    func password(text: String, isThere: Bool) throws {
        #expect(try PostgreSQLAddress(text).hasPassword == isThere)
    }

    @Test(
        "A host without a port gets the default port",
        arguments: [
            ("postgres://reader@a,b:9201/news", ["a 5432", "b 9201"]),
            ("postgres://reader@a:9201,b/news", ["a 9201", "b 5432"]),
            ("postgres://reader@a,b/news", ["a 5432", "b 5432"]),
            ("postgres:///news?host=a,b&port=9201", ["a 9201", "b 9201"]),
            // libpq and its environment variables supply the port.
            ("postgres:///news?host=a,b", ["a ", "b "]),
        ])
    func ports(text: String, hosts: [String]) throws {
        #expect(try PostgreSQLAddress(text).hosts.map { "\($0.name) \($0.port)" } == hosts)
    }
}
