import Database
import Foundation
import HTTPServer
import HTTPTypes
import Newsroom
import Operations
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite("Metrics", .timeLimit(.minutes(5)))
struct MetricsTests {
    static let token = "a-secret-of-the-monitor"

    static func site(on engine: TestedEngine = .standard) async throws -> TestSite {
        try await TestSite(on: engine) { $0.monitoring.metricsToken = token }
    }

    static func metrics(_ newspaper: TestSite) async -> String {
        var monitor = TestBrowser(newspaper)
        monitor.headers = ["Authorization": "Bearer \(token)"]
        return await monitor.get("/metrics").text
    }

    @Test("Without a token in the settings, the address does not exist, for anybody")
    func absent() async throws {
        let newspaper = try await TestSite()
        for role in [Role.visitor, .admin] {
            var browser = TestBrowser(newspaper, as: role)
            for header in ["Bearer ", "Bearer", "Bearer \(Self.token)"] {
                browser.headers = ["Authorization": header]
                #expect(await browser.get("/metrics").status == 404)
            }
        }
    }

    @Test(
        "A missing or wrong token is refused with the name of the scheme",
        arguments: [
            nil, "", "Bearer", "Bearer ", "Bearer x", "Bearer \(token)x", "Bearer \(token.dropLast())",
            "Basic \(token)", token, "Bearer \(token) x", "Bearer \(token.uppercased())",
        ])
    func refused(header: String?) async throws {
        let newspaper = try await Self.site()
        var browser = TestBrowser(newspaper, as: .admin)
        browser.headers = header.map { ["Authorization": $0] } ?? [:]
        let reply = await browser.get("/metrics")
        #expect(reply.status == 401 && reply["WWW-Authenticate"] == "Bearer realm=\"metrics\"")
        #expect(!reply.text.contains("broadsheet"))
    }

    @Test("With the token, the metrics come as text that no cache keeps; a new token is valid at once")
    func allowed() async throws {
        let newspaper = try await Self.site()
        var monitor = TestBrowser(newspaper)
        monitor.headers = ["Authorization": "bearer \(Self.token)"]
        let reply = await monitor.get("/metrics")
        #expect(reply.status == 200 && reply["Cache-Control"] == "no-store")
        #expect(reply["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
        var settings = newspaper.site.settings.monitoring
        settings.metricsToken = "another-secret-of-the-monitor"
        newspaper.site.monitoring.live.take(settings)
        #expect(await monitor.get("/metrics").status == 401)
        monitor.headers = ["Authorization": "Bearer \(settings.metricsToken)"]
        #expect(await monitor.get("/metrics").status == 200)
    }

    @Test("Requests, cached pages, refusals and sign-ins are counted", arguments: TestedEngine.allCases)
    func counts(engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine) {
            $0.monitoring.metricsToken = Self.token
            $0.commentsPerMinute = 1
        }
        try await ServedSite.run(newspaper) { port in
            let story = TestStories.bridgePath
            for line in ["GET \(story)", "GET \(story)", "GET \(story)", "HEAD \(story)", "GET /nothing-here"] {
                _ = try await onAThread { try BareSocket.answer(to: line, port: port) }
            }
        }
        var reader = TestBrowser(newspaper)
        #expect(await reader.comment("A word.").status == 303)
        #expect(await reader.comment("Another word.").status == 429)
        _ = await reader.post("/sign-in", ["email": "admin@example.org", "password": "wrong"])
        let text = await Self.metrics(newspaper)
        let story = "route=\"/stories/{story}/{slug}\""
        for line in [
            "broadsheet_http_requests_total{\(story),method=\"GET\",status=\"200\"} 3",
            "broadsheet_http_requests_total{\(story),method=\"HEAD\",status=\"200\"} 1",
            "broadsheet_http_request_duration_seconds_count{\(story)} 4",
            "broadsheet_http_requests_total{route=\"none\",method=\"GET\",status=\"404\"} 1",
            "broadsheet_page_cache_misses_total 1", "broadsheet_page_cache_hits_total 3",
            "broadsheet_refusals_total{code=\"request.tooSoon\",status=\"429\"} 1",
            "broadsheet_sign_ins_total{outcome=\"wrong\"} 1", "broadsheet_sign_ins_total{outcome=\"limited\"} 0",
            "broadsheet_database_up 1", "broadsheet_incidents_total 0", "broadsheet_listeners_limit 10000",
        ] {
            #expect(text.contains("\n\(line)\n"), "\(line)\n\(text)")
        }
    }

    @Test("Jobs and open cases are counted by kind, state and desk")
    func work() async throws {
        let newspaper = try await Self.site()
        var reader = TestBrowser(newspaper)
        _ = await reader.report(await reader.commentNumber("A word."))
        newspaper.clock.advance(90)
        let text = await Self.metrics(newspaper)
        for line in [
            "broadsheet_cases_open{desk=\"moderators\"} 1", "broadsheet_cases_open{desk=\"editors\"} 0",
            "broadsheet_cases_oldest_age_seconds{desk=\"moderators\"} 90",
            "broadsheet_cases_oldest_age_seconds{desk=\"editors\"} 0",
            "broadsheet_jobs{kind=\"publish draft\",state=\"failed\"} 0",
        ] { #expect(text.contains("\n\(line)\n"), "\(line)") }
        try await newspaper.site.newspaper.performJobs()
        #expect(
            await Self.metrics(newspaper).contains(
                "broadsheet_job_attempts_total{kind=\"forget admissions\",outcome=\"done\"}"))
    }

    @Test("An unexpected error is counted as an incident")
    func incidents() async throws {
        let newspaper = try await Self.site()
        try await newspaper.database.write { tx in try tx.script("ALTER TABLE admissions RENAME TO elsewhere") }
        var reader = TestBrowser(newspaper)
        #expect(await reader.comment("A word.").status == 500)
        #expect(await Self.metrics(newspaper).contains("\nbroadsheet_incidents_total 1\n"))
    }

    @Test("While the database does not respond, the metrics come without it and say so")
    func away() async throws {
        let newspaper = try await Self.site(on: .memory)
        let gate = DispatchSemaphore(value: 0)
        let isBusy = Mutex(false)
        // The one connection of a database in memory is busy.
        async let busy: Void = newspaper.database.write { _ in
            isBusy.withLock { $0 = true }
            gate.wait()
        }
        try await waitUntil { isBusy.withLock { $0 } }
        let texts = await withTaskGroup(of: String.self) { group in
            for _ in 1...3 { group.addTask { await Self.metrics(newspaper) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        for text in texts {
            #expect(text.contains("\nbroadsheet_database_up 0\n") && !text.contains("broadsheet_jobs{"))
            #expect(text.contains("broadsheet_process_resident_memory_bytes "))
        }
        gate.signal()
        _ = try await busy
        #expect(await Self.metrics(newspaper).contains("\nbroadsheet_database_up 1\n"))
    }

    @Test("What the process takes is measured in base units")
    func process() async throws {
        let text = await Self.metrics(try await Self.site())
        func value(_ name: String) throws -> Double {
            let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("\(name) ") })
            return try #require(Double(line.dropFirst(name.count + 1)))
        }
        #expect(try value("broadsheet_process_resident_memory_bytes") > 1e7)
        #expect(try value("broadsheet_process_threads") > 1)
        let (open, most) = (try value("broadsheet_process_open_fds"), try value("broadsheet_process_max_fds"))
        #expect(open > 2 && most >= open)
        #expect(try value("broadsheet_process_cpu_seconds_total") > 0)
        let start = try value("broadsheet_process_start_time_seconds")
        #expect(Date.now.timeIntervalSince1970 - start < 3_600 && start <= Date.now.timeIntervalSince1970 + 1)
    }
}

extension BareSocket {
    /// The response to a request that is alone on its connection.
    static func answer(to line: String, port: Int, fields: String = "") throws -> String {
        let socket = try BareSocket(port: port)
        socket.send("\(line) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n")
        socket.finish()
        return socket.listen().text
    }
}
