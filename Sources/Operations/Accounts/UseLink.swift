import Database
import Foundation
package import Newsroom
import Storage

/// A mailed link as its page shows it.
package struct OpenedLink: Sendable {
    package let link: SignInLink
    /// The reader who signs in; `nil` if the link makes an account.
    package let reader: Reader?
}

extension Newspaper {
    /// Looks at a link without using it up, because programs that check mails open links too. Refuses an unknown link with
    /// `notFound`, and with `gone` one that was used or is too old.
    package func openLink(_ token: String) async throws -> OpenedLink {
        let now = clock.now
        return try await database.read { tx in
            let link = try tx.signInLink(tokenHash: Keys.hash(token))
            try link.requireOpen(at: now)
            guard case .reader(let reader)? = try tx.account(email: link.email)?.actor else {
                return OpenedLink(link: link, reader: nil)
            }
            return OpenedLink(link: link, reader: reader)
        }
    }

    /// Uses a link up: signs its reader in, or makes the account under `name`. If two windows do this at the same moment,
    /// there is one account, and both are signed in if each has a link of its own. Refuses like `openLink`, and with
    /// `invalid` a name that cannot be used; the link then stays open.
    package func useLink(
        _ token: String, name: String, from client: SignInClient
    ) async throws -> (signedIn: SignedIn, next: String?) {
        try requireAccounts()
        let now = clock.now
        return try await write { tx in
            let link = try tx.signInLink(tokenHash: Keys.hash(token))
            try link.requireOpen(at: now)
            let actor = try tx.account(email: link.email)?.actor ?? self.newReader(link.email, name, tx, now: now)
            try tx.use(link, now: now)
            return (try self.begin(actor, by: .link, client, tx), link.next)
        }
    }

    private func newReader(_ email: String, _ name: String, _ tx: Transaction, now: Date) throws -> Actor {
        .reader(try tx.addReader(email: email, name: try acceptName(name), now: now))
    }

    /// The mailed link that belongs to a code which was typed in the browser that asked for it.
    package enum CodeOutcome: Sendable {
        case signedIn(SignedIn, next: String?)
        /// The address has no account yet. The token opens the page that makes one.
        case newAddress(token: String)
    }

    /// Signs in with the code of the latest mail that this browser asked for. Refuses with `forbidden` a
    /// browser that asked for none, with `invalid` a wrong code, and with `gone` a code that was used, is too
    /// old, or was typed wrong too often.
    package func useCode(
        _ typed: String, browser: String, keys: Keys, from client: SignInClient
    ) async throws -> CodeOutcome {
        try requireAccounts()
        let now = clock.now
        let code = typed.prefix(32).compactMap(\.wholeNumberValue).map(String.init).joined()
        let isRight = { @Sendable (link: SignInLink) in
            keys.isMark(link.codeHash, of: "\(browser) \(code)", for: .signInCode)
        }
        // A failure is counted, although the code is refused.
        let outcome: Result<CodeOutcome, Refusal> = try await write { tx in
            guard let link = try tx.latestLink(ofBrowser: Keys.hash(browser)) else {
                throw Refusal(.link(.otherBrowser))
            }
            try link.requireOpenCode(at: now)
            guard code.count == SignInLink.digits else { throw Refusal(.link(.notACode), field: "code") }
            guard isRight(link) else {
                try tx.countFailure(of: link)
                return .failure(.wrongCode(left: SignInLink.mostFailures - link.failures - 1))
            }
            guard let actor = try tx.account(email: link.email)?.actor else {
                let token = Keys.freshToken()
                try tx.use(link, now: now)
                try tx.add(link.continued(under: Keys.hash(token)), now: now)
                return .success(.newAddress(token: token))
            }
            try tx.use(link, now: now)
            return .success(.signedIn(try self.begin(actor, by: .code, client, tx), next: link.next))
        }
        return try outcome.get()
    }

    /// The address to which this browser's latest mail went; `nil` if it asked for none.
    package func latestLink(ofBrowser browser: String) async throws -> SignInLink? {
        try await database.read { tx in try tx.latestLink(ofBrowser: Keys.hash(browser)) }
    }

    private func begin(
        _ actor: Actor, by way: NewSession.Way, _ client: SignInClient, _ tx: Transaction
    ) throws -> SignedIn {
        // Staff sign in with their passwords.
        guard case .reader(let reader) = actor else { throw Refusal(.link(.unknown)) }
        let (session, signedIn) = newSession(of: actor, by: way, from: client)
        try tx.begin(session, of: reader.id)
        return signedIn
    }
}

extension Refusal {
    fileprivate static func wrongCode(left: Int) -> Refusal {
        Refusal(left > 0 ? .link(.wrongCode) : .link(.codeSpent), [.limit: .number(left)], field: "code")
    }
}
