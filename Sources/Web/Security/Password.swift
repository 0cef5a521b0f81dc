import Crypto
import CryptoExtras
import Foundation
import Newsroom

/// A password's scrypt hash (RFC 7914): `scrypt$N$r$p$salt$hash`, salt and hash in Base64.
package enum Password {
    private static let rounds = 32_768
    private static let blockSize = 8
    private static let parallelism = 3

    /// What no e-mail address has: an answer for an unknown one takes as long as for a known one.
    static let ofNobody = "scrypt$\(rounds)$\(blockSize)$\(parallelism)$AAAAAAAAAAAAAAAAAAAAAA==$AAAA"

    /// Refuses with `invalid` a password of fewer than 12 or more than 200 characters.
    package static func hash(_ password: String) throws -> String {
        guard (12...200).contains(password.count) else {
            throw Refusal.invalid("A password needs 12 to 200 characters.", field: "password")
        }
        let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Data($0) }
        let hash = try derive(password, salt: salt, rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        return
            "scrypt$\(rounds)$\(blockSize)$\(parallelism)$\(salt.base64EncodedString())$\(hash.base64EncodedString())"
    }

    /// Whether this is the password; compared in constant time.
    package static func matches(_ password: String, _ stored: String) -> Bool {
        let parts = stored.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), let blockSize = Int(parts[2]),
            let parallelism = Int(parts[3]), let salt = Data(base64Encoded: parts[4]), password.count <= 200,
            let hash = try? derive(
                password, salt: salt, rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        else { return false }
        return hash.base64EncodedString().equalsInConstantTime(parts[5])
    }

    private static func derive(
        _ password: String, salt: Data, rounds: Int, blockSize: Int, parallelism: Int
    ) throws -> Data {
        try KDF.Scrypt.deriveKey(
            from: Data(password.precomposedStringWithCompatibilityMapping.utf8), salt: salt, outputByteCount: 32,
            rounds: rounds, blockSize: blockSize, parallelism: parallelism
        ).withUnsafeBytes { Data($0) }
    }
}
