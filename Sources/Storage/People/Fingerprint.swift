package import Database
import Newsroom

extension Transaction {
    /// Stores the fingerprint of the installation's secret if the database has none. Refuses with `conflict`
    /// if the fingerprint differs from the stored one: cookies, receipts and limits must mean the same to all
    /// processes on a database.
    package func claim(fingerprint: String) throws {
        let known: String? = try value("SELECT fingerprint FROM secrets LIMIT 1")
        guard let known else { return try run("INSERT INTO secrets (fingerprint) VALUES ($1)", fingerprint) }
        guard known == fingerprint else { throw Refusal(.database(.ofAnotherKey)) }
    }

    /// Whether an installation has stored its fingerprint.
    package var isClaimed: Bool {
        get throws { try exists("SELECT 1 FROM secrets") }
    }
}
