import Database
import HTTPTypes
import Newsroom
import Storage
import Testing

@testable import Web

@Suite("The matrix of routes and roles", .timeLimit(.minutes(5)))
struct MatrixTests {
    /// The ways to try an address. Each has a column in `matrix.txt`.
    enum Attempt: String, CaseIterable {
        case slash, doubled, capitals, encoded, head, wrong, override, written
    }

    @Test("Every route responds to every role as the recorded matrix says")
    func matrix() async throws {
        var text = "                " + Attempt.allCases.map(\.rawValue.padded).joined() + "\n"
        for route in RouteTable.standard.routes {
            text += "\n\(route.method.rawValue) \(route.path)\n"
            text += try await Self.lines(of: route)
        }
        try Recorded.expect(text, in: "matrix.txt")
    }

    /// The responses to every role, whose visits run in parallel.
    private static func lines(of route: Route) async throws -> String {
        try await withThrowingTaskGroup(of: (Role, String).self) { group in
            for role in Role.allCases {
                group.addTask {
                    var line = "    " + role.rawValue.padded + "  "
                    var visit = try await RouteVisit(route, as: role)
                    for attempt in Attempt.allCases { line += String(try await visit.attempt(attempt)).padded }
                    return (role, line.trimmedAtEnd + "\n")
                }
            }
            let lines = try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            return Role.allCases.compactMap { lines[$0] }.joined()
        }
    }

    @Test(
        "No route acts for a role without its permission, and every route works for the others",
        arguments: RouteTable.standard.routes.filter { $0.isForStaff })
    func roles(route: Route) async throws {
        for role in Role.allCases where !role.permissions.contains(route.permission) {
            var visit = try await RouteVisit(route, as: role)
            let reply = await visit.send()
            let isShownTheWayIn = reply.status == 303 && reply.location?.hasPrefix("/sign-in?next=") == true
            #expect(reply.status == 403 || isShownTheWayIn, "\(role) got \(reply.status)")
            #expect(try await visit.newspaper.decisions() == 2, "\(role) changed something")
        }
        for role in Role.allCases where role.permissions.contains(route.permission) {
            var visit = try await RouteVisit(route, as: role)
            #expect(await visit.send().status < 400, "\(role)")
        }
    }

    @Test("An address outside the table gets 404 or 405")
    func nothingElse() async throws {
        var browser = TestBrowser(try await TestSite(), as: .admin)
        for path in [
            "/admin", "/.git/config", "/.env", "/broadsheet.sqlite", "/secret.key", "/desk/staff", "/api/v1",
            "/metrics",
            "/stories", "/pictures", "/assets", "/comments/1", "/desk/cases", "/stories/1/a-bridge-opens/edit",
            "/..", "/%2e%2e/etc/passwd", "*", "", "http://news.example/", "//", "/index.html",
        ] {
            for method in [HTTPRequest.Method.get, .post] {
                let status = await browser.send(method, path).status
                #expect([404, 405].contains(status), "\(method) \(path) gives \(status)")
            }
        }
    }

    @Test(
        "The address of a form leads to the page that has the form",
        arguments: RouteTable.standard.routes.filter { $0.method == .post })
    func forms(route: Route) async throws {
        var visit = try await RouteVisit(route, as: .admin)
        let reply = await visit.send(.get)
        // The same address has a page.
        guard !RouteTable.standard.routes.contains(where: { $0.method == .get && $0.path == route.path }) else {
            return
        }
        #expect(reply.status == 303)
        let page = try #require(reply.location)
        #expect(visit.path.hasPrefix(page) && page != visit.path)
        #expect(await visit.send(.get, to: page).status < 400, "\(page)")
    }

    @Test("A method that the route does not name gets 405", arguments: RouteTable.standard.routes)
    func methods(route: Route) async throws {
        var visit = try await RouteVisit(route, as: .admin)
        for method in [HTTPRequest.Method.put, .patch, .delete, .options, .trace, .connect] {
            let reply = await visit.send(method)
            #expect(reply.status == 405, "\(method)")
            let allowed = Set(reply["Allow"]?.split(separator: ", ").map(String.init) ?? [])
            #expect(allowed.isSuperset(of: route.method == .get ? ["GET", "HEAD"] : ["POST"]), "\(allowed)")
            #expect(allowed.contains("GET") == allowed.contains("HEAD"))
        }
    }
}

extension RouteVisit {
    /// The response status of an attempt.
    fileprivate mutating func attempt(_ attempt: MatrixTests.Attempt) async throws -> Int {
        switch attempt {
        case .slash: await send(to: path + "/").status
        case .doubled: await send(to: "/" + path).status
        case .capitals: await send(to: path.uppercased()).status
        case .encoded: await send(to: encodedPath).status
        case .head: await send(.head).status
        case .wrong: await send(otherMethod).status
        case .override: await send(otherMethod, headers: ["X-HTTP-Method-Override": route.method.rawValue]).status
        case .written: await send().status
        }
    }

    /// The path with its last slash written as `%2f`.
    private var encodedPath: String {
        let last = path.lastIndex(of: "/") ?? path.startIndex
        return (last == path.startIndex ? "/" : path[..<last]) + "%2f" + path[last...].dropFirst()
    }

    /// A method that no route has for this path.
    private var otherMethod: HTTPRequest.Method {
        let taken = RouteTable.standard.routes.filter { $0.path == route.path }.map(\.method)
        return taken.contains(.post) ? (taken.contains(.get) ? .put : .get) : .post
    }
}

extension TestSite {
    /// The number of decisions of the desk so far.
    fileprivate func decisions() async throws -> Int {
        try await database.read { tx in
            try tx.logEntries().count { $0.actor != LogEntry.system }
        }
    }
}

extension String {
    fileprivate var padded: String { self + String(repeating: " ", count: max(1, 10 - count)) }

    fileprivate var trimmedAtEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
