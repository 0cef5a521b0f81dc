package import Database
import Newsroom

extension Transaction {
    /// Enters the fingerprint of the installation's secret where there is none. Refuses with `conflict` another one than that which
    /// is there: cookies, receipts and limits of programs on one database must mean the same.
    package func claim(fingerprint: String) throws {
        let known: String? = try value("SELECT fingerprint FROM secrets LIMIT 1")
        guard let known else { return try run("INSERT INTO secrets (fingerprint) VALUES ($1)", fingerprint) }
        guard known == fingerprint else { throw Refusal(.database(.ofAnotherKey)) }
    }

    /// Whether an installation has entered its secret.
    package var isClaimed: Bool {
        get throws { try exists("SELECT 1 FROM secrets") }
    }
}
