import Testing

@testable import Web

extension ConnectionTests {
    @Test("Several requests sent at once get responses in order")
    func pipelined() async throws {
        let answer = try await served { socket in
            socket.send(
                "GET /health HTTP/1.1\r\nHost: a\r\n\r\nGET /ready HTTP/1.1\r\nHost: a\r\n\r\n"
                    + "GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n"
            )
            return socket.listen(until: "</html>")
        }
        let statuses = answer.matches(of: /HTTP\/1\.1 (\d{3})/).map { String($0.output.1) }
        #expect(statuses == ["200", "200", "404"])
        #expect(answer.contains("alive\n") && answer.contains("ready\n"))
    }

    @Test("A client that closes its sending side gets all responses")
    func halfClosed() async throws {
        let heard = try await served { socket in
            for path in ["/health", "/policy", "/nothing"] { socket.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n") }
            socket.finish()
            return socket.listen()
        }
        #expect(Self.statuses(heard.text) == ["200", "200", "404"] && heard.isClosed)
        let broken = try await served { socket in
            socket.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\nGET /policy HTTP/1.1\r\nHost: a\r\n\r\nGARBAGE\r\n\r\n")
            return socket.listen()
        }
        #expect(Self.statuses(broken.text) == ["200", "200", "400"] && broken.isClosed)
    }

    @Test("A client that expects 100 Continue gets it, and an upgrade to another protocol is ignored")
    func expectations() async throws {
        let body = "email=a%40example.org&password=b"
        let continued = try await served { socket in
            socket.send(
                "POST /sign-in HTTP/1.1\r\n\(Self.form)Content-Length: \(body.utf8.count)\r\n"
                    + "Expect: 100-continue\r\n\r\n"
            )
            let first = socket.listen(until: "\r\n\r\n")
            socket.send(body)
            return [first, socket.listen(until: "</html>")]
        }
        #expect(continued[0] == "HTTP/1.1 100 Continue\r\n\r\n" && Self.statuses(continued[1]).count == 1)
        let upgraded = try await served { socket in
            socket.send(
                "GET /health HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n\r\n")
            return socket.listen()
        }
        #expect(Self.statuses(upgraded.text) == ["200"] && upgraded.isClosed)
        #expect(upgraded.text.lowercased().contains("connection: close"))
    }

    @Test(
        "A client that offers an unwanted body gets the response without sending it",
        arguments: [
            ("POST /nothing", 10, "404"), ("DELETE /", 10, "405"), ("GET /health", 5, "200"),
            ("POST /sign-in", 9_000_000, "413"),
        ])
    func unwantedBodies(request: String, length: Int, status: String) async throws {
        let heard = try await served { socket in
            socket.send("\(request) HTTP/1.1\r\n\(Self.form)Content-Length: \(length)\r\nExpect: 100-continue\r\n\r\n")
            return socket.listen()
        }
        #expect(Self.statuses(heard.text) == [status] && heard.isClosed)
        #expect(heard.text.lowercased().contains("connection: close"))
    }

    @Test("A request target with a host is the same address, whatever the method")
    func absoluteTargets() async throws {
        let heard = try await served { socket in
            for request in ["GET http://a/health", "POST http://a/sign-out", "POST /sign-out"] {
                socket.send("\(request) HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
            }
            socket.finish()
            return socket.listen().text
        }
        #expect(Self.statuses(heard) == ["200", "303", "303"])
    }

    @Test("A response to HEAD has a length and no body, and 304 has neither")
    func bodiless() async throws {
        let answer = try await served { socket in
            socket.send("HEAD /health HTTP/1.1\r\nHost: a\r\n\r\nGET /ready HTTP/1.1\r\nHost: a\r\n\r\n")
            return socket.listen(until: "ready\n")
        }
        #expect(answer.lowercased().contains("content-length: 6\r\n"))
        #expect(!answer.contains("alive"))
        let page = try await served { socket in
            socket.send("GET /robots.txt HTTP/1.1\r\nHost: a\r\n\r\n")
            let first = socket.listen(until: "Sitemap")
            let tag = first.firstMatch(of: /(?i)etag: ("[^"]+")/).map { String($0.output.1) } ?? ""
            socket.send("GET /robots.txt HTTP/1.1\r\nHost: a\r\nIf-None-Match: \(tag)\r\nConnection: close\r\n\r\n")
            return socket.listen().text
        }
        let second = page.firstRange(of: "HTTP/1.1 304").map { String(page[$0.lowerBound...]) }
        #expect(try #require(second).hasSuffix("\r\n\r\n"))
    }
}
