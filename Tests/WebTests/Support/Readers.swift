import Database
import Foundation
import Newsroom
import Operations
import Storage

@testable import Web

extension TestSite {
    /// Makes an account for a reader and posts a comment with it on the first story. Returns the account.
    func commentOfReader(_ name: String, _ text: String) async throws -> Reader {
        let (email, now) = ("\(Slug(personNamed: name))@example.org", clock.now)
        let draft = try CommentDraft(signedBy: name, text: text, parent: nil, storyVersion: 1)
        let rules = PostingRules(closing: ClosingRule(days: nil), holdsUnknownNames: false, limits: [])
        let reader = try await database.write { tx in
            let reader = try tx.addReader(email: email, name: try AccountName.accept(name), now: now)
            let posting = Posting(
                draft: draft, story: stories.bridge, source: "s", commenter: .person(reader.id), now: now)
            _ = try tx.post([posting], rules: rules)[0].get()
            return reader
        }
        await site.changes.catchUp()
        return reader
    }

    /// A browser in which a reader is signed in.
    func browser(of reader: Reader) async throws -> TestBrowser {
        let token = "a token of \(reader.id)"
        let end = clock.now.addingTimeInterval(12 * 3_600)
        try await database.write { [clock] tx in
            try tx.begin(
                NewSession(tokenHash: Keys.hash(token), now: clock.now, expiresAt: end), of: reader.id)
        }
        var browser = TestBrowser(self)
        browser.cookies[Cookie.session.name(isSecure: site.isSecure)] = token
        return browser
    }
}
