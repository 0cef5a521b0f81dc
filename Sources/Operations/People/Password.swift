import Crypto
import CryptoExtras
import Foundation
import Newsroom

/// The scrypt hash of a password (RFC 7914): `scrypt$N$r$p$salt$hash`, with salt and hash in Base64.
package enum Password {
    private static let rounds = 32_768
    private static let blockSize = 8
    private static let parallelism = 3

    /// A hash that no password matches. Checking it for an unknown address takes as long as checking the hash
    /// of a known one. A removed member of staff gets it too.
    package static let ofNobody = "scrypt$\(rounds)$\(blockSize)$\(parallelism)$AAAAAAAAAAAAAAAAAAAAAA==$AAAA"

    /// Hashes a new password. `email` is the address of the account. Refuses what `PasswordRule` refuses.
    package static func hash(_ password: String, of email: String) throws -> String {
        try PasswordRule.check(password, of: email)
        let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Data($0) }
        let hash = try derive(password, salt: salt, rounds: rounds, blockSize: blockSize, parallelism: parallelism)
            .withUnsafeBytes { Data($0) }
        return
            "scrypt$\(rounds)$\(blockSize)$\(parallelism)$\(salt.base64EncodedString())$\(hash.base64EncodedString())"
    }

    /// Whether the password matches the stored hash.
    package static func matches(_ password: String, _ stored: String) -> Bool {
        let parts = stored.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), let blockSize = Int(parts[2]),
            let parallelism = Int(parts[3]), let salt = Data(base64Encoded: parts[4]),
            PasswordRule.isShortEnough(password),
            let known = Data(base64Encoded: parts[5]),
            let hash = try? derive(
                password, salt: salt, rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        else { return false }
        // `SymmetricKey` compares in constant time.
        return hash == SymmetricKey(data: known)
    }

    private static func derive(
        _ password: String, salt: Data, rounds: Int, blockSize: Int, parallelism: Int
    ) throws -> SymmetricKey {
        try KDF.Scrypt.deriveKey(
            from: Data(password.precomposedStringWithCompatibilityMapping.utf8), salt: salt, outputByteCount: 32,
            rounds: rounds, blockSize: blockSize, parallelism: parallelism)
    }
}
