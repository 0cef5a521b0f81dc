import Database
import Foundation
import Newsroom
import Storage

/// A request for a mail with which somebody signs in.
package struct LinkRequest: Sendable {
    package let email: String
    /// The path on this site to go to afterward.
    package let next: String?
    package let known: KnownBrowser?
    package let source: String

    package init(email: String, next: String?, known: KnownBrowser?, source: String) {
        self.email = email
        self.next = next
        self.known = known
        self.source = source
    }
}

extension Newspaper {
    /// Mails a link and a code to an address. Returns the token by which the browser is recognized when it
    /// sends the code. A known address, an unknown one and that of a member of staff cost the same and get
    /// the same answer; only the mails differ. Refuses an invalid address with `invalid`, and with `tooSoon`
    /// if there were too many mails.
    package func askForLink(_ request: LinkRequest, keys: Keys) async throws -> String {
        try requireAccounts()
        let email = try EmailAddress(request.email).key
        let (token, browser, now) = (Keys.freshToken(), Keys.freshToken(), clock.now)
        let code = Self.freshCode()
        let link = SignInLink(
            tokenHash: Keys.hash(token), email: email, browser: Keys.hash(browser),
            codeHash: keys.mark("\(browser) \(code)", for: .signInCode), next: request.next,
            expiresAt: now.addingTimeInterval(Double(SignInLink.seconds)))
        let limits = MailLimits(request, email: email, rules: rules.accounts, keys: keys, now: now)
        try await database.write { tx in
            let found = try tx.account(email: email)?.actor
            try limits.admit(found, tx)
            try tx.add(link, now: now)
            try self.send(
                self.letter(for: found, token: token, code: code), to: email,
                in: try found?.person.flatMap { try tx.language(of: $0) }, tx, now: now)
        }
        return browser
    }

    /// Refuses with `forbidden` if the newspaper takes comments only from guests, so that accounts are closed.
    func requireAccounts() throws(Refusal) {
        guard rules.accounts.commentsFrom.takesAccounts else { throw Refusal(.account(.guestsOnly)) }
    }

    private static func freshCode() -> String {
        let number = UInt32.random(in: 0..<1_000_000)
        return String(repeating: "0", count: SignInLink.digits - String(number).count) + String(number)
    }

    private func letter(for actor: Actor?, token: String, code: String) -> Letter {
        switch actor {
        case .staff(let staff): .signInOfStaff(name: staff.name)
        case .reader(let reader): .signIn(name: reader.name, token: token, code: code)
        default: .signUp(token: token, code: code)
        }
    }
}

/// The limits that apply to one request for a mail.
private struct MailLimits {
    let request: LinkRequest
    let rules: AccountRules
    let now: Date
    let address: String
    let pair: String
    let everybody: String

    init(_ request: LinkRequest, email: String, rules: AccountRules, keys: Keys, now: Date) {
        self.request = request
        self.rules = rules
        self.now = now
        address = keys.mark(email, for: .account)
        pair = keys.mark("\(email) \(request.source)", for: .account)
        everybody = keys.mark("everybody", for: .account)
    }

    /// Counts the request. A browser in which the owner of the address has signed in before has limits of its own, so
    /// that a stranger cannot use up the mails of somebody else.
    func admit(_ owner: Actor?, _ tx: Transaction) throws {
        if let known = request.known, let person = owner?.person, known.person == person {
            return try tx.admit(
                .signInMailFromKnownBrowser, source: known.source, limits: rules.mailLimitsOfAddress, now: now)
        }
        try tx.admit(.signInMail, source: request.source, limits: rules.mailLimits, now: now)
        try tx.admit(.signInMailOfPair, source: pair, limits: rules.mailLimitsOfPair, now: now)
        try tx.admit(.signInMailToAddress, source: address, limits: rules.mailLimitsOfAddress, now: now)
        try tx.admit(.signInMailOfAll, source: everybody, limits: rules.mailLimitsOfAll, now: now)
    }
}
