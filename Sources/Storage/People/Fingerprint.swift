package import Database
import Newsroom

extension Transaction {
    /// Stores the fingerprint of the installation's secret if the database has none. Refuses with `conflict`
    /// if the fingerprint differs from the stored one: cookies, receipts and limits must mean the same to all
    /// processes on a database.
    package func claim(fingerprint: String) throws {
        guard let known = try self.fingerprint else {
            return try run("INSERT INTO secrets (fingerprint) VALUES ($1)", fingerprint)
        }
        guard known == fingerprint else { throw Refusal(.database(.ofAnotherKey)) }
    }

    /// The stored fingerprint; `nil` if no installation has stored one.
    package var fingerprint: String? {
        get throws { try value("SELECT fingerprint FROM secrets LIMIT 1") }
    }

    /// Stores the fingerprint of another secret in place of the present one.
    package func replaceClaim(fingerprint: String) throws {
        try run("DELETE FROM secrets")
        try run("INSERT INTO secrets (fingerprint) VALUES ($1)", fingerprint)
    }
}
