package import Database
package import Foundation
package import Newsroom

/// Mailed links for signing in. Only hashes of their tokens and codes are stored.
extension Transaction {
    private static let linkColumns: SQL =
        "token_hash, email, browser, code_hash, next, failures, expires_at, used_at"

    package func add(_ link: SignInLink, now: Date) throws {
        try run(
            """
            INSERT INTO sign_in_links (token_hash, email, browser, code_hash, next, created_at, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """, link.tokenHash, link.email, link.browser, link.codeHash, link.next, now, link.expiresAt)
    }

    /// Refuses an unknown token with `notFound`.
    package func signInLink(tokenHash: String) throws -> SignInLink {
        let link = try first(
            "SELECT \(Self.linkColumns) FROM sign_in_links WHERE token_hash = $1", tokenHash, as: link)
        guard let link else { throw Refusal(.link(.unknown)) }
        return link
    }

    /// The latest link that a browser has asked for; `nil` if there is none.
    package func latestLink(ofBrowser browser: String) throws -> SignInLink? {
        try first(
            """
            SELECT \(Self.linkColumns) FROM sign_in_links WHERE browser = $1 ORDER BY created_at DESC LIMIT 1
            """, browser, as: link)
    }

    /// Uses a link up. Refuses with `gone` a link that was used or is too old.
    package func use(_ link: SignInLink, now: Date) throws {
        try signInLink(tokenHash: link.tokenHash).requireOpen(at: now)
        try run("UPDATE sign_in_links SET used_at = $2 WHERE token_hash = $1", link.tokenHash, now)
    }

    package func countFailure(of link: SignInLink) throws {
        try run("UPDATE sign_in_links SET failures = failures + 1 WHERE token_hash = $1", link.tokenHash)
    }

    private func link(_ row: Row) throws -> SignInLink {
        SignInLink(
            tokenHash: try row[0], email: try row[1], browser: try row[2], codeHash: try row[3], next: try row[4],
            failures: try row[5], expiresAt: try row[6], usedAt: try row[7])
    }
}
