import Database
import Storage

extension Newspaper {
    /// Lets addresses get mail again that the relay refused; `nil` for all. Returns how many there were.
    package func allowMail(to addresses: [String]?) async throws -> Int {
        try await database.write { tx in
            guard let addresses else { return try tx.forgetAllMailRefusals() }
            return try addresses.count { address in
                guard try tx.mailRefusal(of: address) != nil else { return false }
                try tx.forgetMailRefusal(of: address)
                return true
            }
        }
    }
}
