import TestSupport
import Testing

@testable import Database

@Suite(
    "Statements that PostgreSQL refuses", .enabled(if: TestPostgreSQL.isHere, "there is no PostgreSQL"),
    .timeLimit(.minutes(5)))
struct RefusedStatementTests {
    @Test("A missing privilege is reported differently from a wrong statement")
    func notAllowed() async throws {
        let database = try await TestedEngine.postgreSQL.open()
        let fault = await #expect(throws: DatabaseFault.self) {
            try await database.write { tx in
                try tx.script("SET LOCAL ROLE pg_monitor; SELECT 1 FROM pg_authid")
            }
        }
        guard case .notAllowed(let message)? = fault else { return #expect(Bool(false), "\(fault as Any)") }
        #expect(message.contains("permission denied"))
    }

    @Test("A statement that takes too long is reported as held up, not as too many writers")
    func heldUp() async throws {
        let database = try await TestedEngine.postgreSQL.open()
        let fault = await #expect(throws: DatabaseFault.self) {
            try await database.read { tx in
                let limit: String? = try tx.value("SELECT set_config('statement_timeout', '1', true)")
                #expect(limit != nil)
                return try tx.exists("SELECT pg_sleep(60)")
            }
        }
        guard case .heldUp? = fault else { return #expect(Bool(false), "\(fault as Any)") }
    }
}
