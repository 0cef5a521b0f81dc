package import Database
package import Foundation
package import Newsroom

/// Changes of e-mail addresses, which readers confirm at the old and at the new address.
extension Transaction {
    /// Begins a change, in place of any that was begun before.
    package func begin(_ changes: [AddressChange]) throws {
        for person in Set(changes.map(\.person)) { try run("DELETE FROM address_changes WHERE person_id = $1", person) }
        for change in changes {
            try run(
                """
                INSERT INTO address_changes (token_hash, person_id, new_email, asks_new, expires_at)
                VALUES ($1, $2, $3, $4, $5)
                """, change.tokenHash, change.person, change.newEmail, change.asksNew, change.expiresAt)
        }
    }

    /// Refuses an unknown token with `notFound`.
    package func addressChange(tokenHash: String) throws -> AddressChange {
        let change = try first(
            """
            SELECT token_hash, person_id, new_email, asks_new, expires_at, confirmed_at FROM address_changes
            WHERE token_hash = $1
            """, tokenHash
        ) { row in
            AddressChange(
                tokenHash: try row[0], person: try row[1], newEmail: try row[2], asksNew: try row[3],
                expiresAt: try row[4], confirmedAt: try row[5])
        }
        guard let change else { throw Refusal(.link(.unknown)) }
        return change
    }

    /// Confirms a change at one address. Returns whether that completes it. A reader gets the new address
    /// only if nobody else has it by then; otherwise the change ends with `unknown`.
    package func confirm(_ change: AddressChange, now: Date) throws -> Bool {
        try addressChange(tokenHash: change.tokenHash).requireOpen(at: now)
        try run("UPDATE address_changes SET confirmed_at = $2 WHERE token_hash = $1", change.tokenHash, now)
        let isWaiting = try exists(
            "SELECT 1 FROM address_changes WHERE person_id = $1 AND confirmed_at IS NULL LIMIT 1", change.person)
        guard !isWaiting else { return false }
        guard try !exists("SELECT 1 FROM people WHERE email = $1", change.newEmail) else {
            throw Refusal(.link(.unknown))
        }
        let old: String? = try value("SELECT email FROM people WHERE id = $1", change.person)
        try run("DELETE FROM sign_in_links WHERE email = $1", old)
        try run("UPDATE people SET email = $2 WHERE id = $1", change.person, change.newEmail)
        return true
    }
}
