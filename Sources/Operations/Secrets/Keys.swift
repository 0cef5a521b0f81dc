package import Crypto
package import Foundation
import Newsroom

/// The keys with which this installation signs and hashes: a secret of 256 bits, and a key derived from it
/// for each purpose.
package struct Keys: Sendable {
    /// For each purpose, an HMAC with its key and without any text yet.
    private let codes: [Purpose: HMAC<SHA256>]

    package init(secret: SymmetricKey) {
        codes = Dictionary(
            uniqueKeysWithValues: Purpose.allCases.map { purpose in
                let code = HMAC<SHA256>.authenticationCode(for: Data(purpose.rawValue.utf8), using: secret)
                return (purpose, HMAC<SHA256>(key: SymmetricKey(data: code)))
            })
    }

    /// Reads the secret of a data folder, or creates one that only its owner can read.
    package init(file: URL) throws(KeyFault) { self.init(secret: try KeyFile.secret(in: file)) }

    /// Reads the secret of a data folder; `nil` if it has none.
    package static func existing(in file: URL) throws(KeyFault) -> Keys? {
        try KeyFile.known(in: file).map { Keys(secret: $0) }
    }

    /// Identifies the secret: two installations with the same fingerprint have the same secret.
    package var fingerprint: String { mark("fingerprint", for: .fingerprint) }

    /// The HMAC-SHA256 of a text under the key of this purpose, in hexadecimal.
    package func mark(_ text: String, for purpose: Purpose) -> String {
        code(of: text, for: purpose).withUnsafeBytes { $0.hexadecimal }
    }

    /// Whether this is the mark of a text. The comparison takes the same time for every mark, so that nobody
    /// can find the right one piece by piece.
    package func isMark(_ mark: String, of text: String, for purpose: Purpose) -> Bool {
        [UInt8](hexadecimal: mark).map { code(of: text, for: purpose) == $0 } ?? false
    }

    private func code(of text: String, for purpose: Purpose) -> HMAC<SHA256>.MAC {
        guard var code = codes[purpose] else { preconditionFailure("every purpose has a key: see init") }
        var text = text
        text.withUTF8 { code.update(data: UnsafeRawBufferPointer($0)) }
        return code.finalize()
    }

    package enum Purpose: String, Sendable, CaseIterable {
        case writer, source, receipt, account, knownBrowser, fingerprint, signInCode
        /// Identities in the log: sources, which change daily, and accounts.
        case logSource, logAccount
        case metricsToken
    }

    /// 128 bits from the system's random generator, in hexadecimal: an identity that cannot be guessed.
    package static func freshToken() -> String {
        SymmetricKey(size: .bits128).withUnsafeBytes { $0.hexadecimal }
    }

    /// The SHA-256 of a token, in hexadecimal. The database stores it instead of the token.
    package static func hash(_ token: String) -> String {
        var (digest, token) = (SHA256(), token)
        token.withUTF8 { digest.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        return digest.finalize().withUnsafeBytes { $0.hexadecimal }
    }
}
