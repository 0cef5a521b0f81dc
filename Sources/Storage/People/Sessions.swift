package import Database
package import Foundation
package import Newsroom

/// A session that begins.
package struct NewSession: Sendable {
    /// How the person has proved who they are.
    package enum Way: String, Sendable { case link, code, password }

    package let tokenHash: String
    package let way: Way
    /// A keyed hash of the network address, and the browser and system in a few words.
    package let source: String
    package let agent: String
    package let now: Date
    package let expiresAt: Date

    package init(
        tokenHash: String, way: Way = .password, source: String = "", agent: String = "", now: Date, expiresAt: Date
    ) {
        self.tokenHash = tokenHash
        self.way = way
        self.source = source
        self.agent = agent
        self.now = now
        self.expiresAt = expiresAt
    }
}

extension Transaction {
    /// Begins a session after a correct password, which was checked against `passwordHash`. Refuses with
    /// `invalid` if the member was removed or got another password during the check, which takes a while.
    package func begin(_ session: NewSession, of person: Person.ID, provenBy passwordHash: String? = nil) throws {
        let maySignIn = try exists(
            "SELECT 1 FROM people WHERE id = $1 AND removed_at IS NULL AND password_hash = COALESCE($2, password_hash)",
            person, passwordHash)
        guard maySignIn else { throw Refusal.wrongPassword }
        try run("DELETE FROM open_sessions WHERE expires_at <= $1", session.now)
        try run(
            """
            INSERT INTO open_sessions (token_hash, person_id, created_at, expires_at, used_at, agent)
            VALUES ($1, $2, $3, $4, $3, $5)
            """, session.tokenHash, person, session.now, session.expiresAt, session.agent)
        try run(
            "INSERT INTO sign_ins (person_id, at, way, source, agent) VALUES ($1, $2, $3, $4, $5)", person, session.now,
            session.way.rawValue, session.source, session.agent)
    }

    /// The session of a token, with the current role of its owner. Looked up for each request and never
    /// cached.
    package func session(tokenHash: String, now: Date) throws -> Session? {
        try first(
            """
            SELECT s.id, s.email, s.name, s.role, x.expires_at, x.used_at
            FROM open_sessions x JOIN people s ON s.id = x.person_id
            WHERE x.token_hash = $1 AND x.expires_at > $2 AND s.removed_at IS NULL
            """, tokenHash, now
        ) { row in Session(actor: try person(row), expiresAt: try row[4], usedAt: try row[5]) }
    }

    /// Records that a session is in use.
    package func noteUse(ofSession tokenHash: String, now: Date) throws {
        try run("UPDATE open_sessions SET used_at = $2 WHERE token_hash = $1", tokenHash, now)
    }

    /// The open sessions of a person, those used last first.
    package func openSessions(of person: Person.ID, now: Date) throws -> [OpenSession] {
        try all(
            """
            SELECT token_hash, created_at, expires_at, COALESCE(used_at, created_at), COALESCE(agent, '')
            FROM open_sessions WHERE person_id = $1 AND expires_at > $2
            """, person, now
        ) { row in
            OpenSession(
                id: try row[0], beganAt: try row[1], expiresAt: try row[2], usedAt: try row[3], agent: try row[4])
        }.sorted { ($0.usedAt, $0.beganAt) > ($1.usedAt, $1.beganAt) }
    }

    package func endSession(tokenHash: String) throws {
        try run("DELETE FROM open_sessions WHERE token_hash = $1", tokenHash)
    }

    /// Ends a session of this person. Another person's is left alone.
    package func endSession(tokenHash: String, of person: Person.ID) throws {
        try run("DELETE FROM open_sessions WHERE token_hash = $1 AND person_id = $2", tokenHash, person)
    }

    /// Ends all sessions of a person, except for one.
    package func endSessions(of person: Person.ID, except tokenHash: String = "") throws {
        try run("DELETE FROM open_sessions WHERE person_id = $1 AND token_hash <> $2", person, tokenHash)
    }
}
