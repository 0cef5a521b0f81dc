import Foundation
import Newsroom
import Testing

@testable import Web

@Suite("Hostile text in every field for readers", .timeLimit(.minutes(5)))
struct HostileCommentTests {
    private func open() async throws -> (TestSite, TestBrowser) {
        let newspaper = try await TestSite {
            $0.commentsPerMinute = 0
            $0.commentsPerHour = 0
            $0.reportsPerHour = 0
        }
        return (newspaper, TestBrowser(newspaper))
    }

    @Test("Hostile text in a comment is shown as text, on its own page and on the story's")
    func text() async throws {
        var (newspaper, browser) = try await open()
        let benign = try await browser.follow(await browser.comment("A word.")).page()
        for vector in HostileText.all {
            // Uses a new browser for each, because a browser gets links to its latest comments only.
            browser.cookies = [:]
            newspaper.clock.advance(601)
            let reply = await browser.comment(vector)
            guard reply.status == 303 else {
                try expectGivenBack(reply, vector)
                continue
            }
            let page = try await browser.follow(reply).page()
            expectAlike(page.skeleton, benign.skeleton, vector.debugDescription)
            expectCommentMarkup(page, vector)
            expectSafeAddresses(page, vector)
        }
        var path: String? = TestStories.bridgePath
        var shown = 0
        while let here = path, !Task.isCancelled {
            let page = try await browser.get(here).page()
            expectCommentMarkup(page, here)
            shown += page.elements.count { $0.attributes["class"] == "comment" }
            path = page.elements.first { $0.attributes["rel"] == "next" }?.attributes["href"].map {
                String($0.prefix { $0 != "#" })
            }
        }
        #expect(shown > 60)
    }

    @Test("A hostile name is shown as it was typed, or refused and returned")
    func name() async throws {
        var (_, browser) = try await open()
        let benign = try await browser.follow(await browser.comment("A word.")).page()
        for (number, vector) in HostileText.names.enumerated() {
            let reply = await browser.comment("Word \(number).", name: vector)
            guard reply.status == 303 else {
                try expectGivenBack(reply, vector, in: "name")
                continue
            }
            let page = try await browser.follow(reply).page()
            expectAlike(page.skeleton, benign.skeleton, vector.debugDescription)
            #expect(
                page.text.contains(vector.trimmed.precomposedStringWithCanonicalMapping), "\(vector.debugDescription)")
        }
    }

    @Test("A hostile e-mail address is refused and returned, or stored and never shown")
    func email() async throws {
        var (_, browser) = try await open()
        let benign = try await browser.follow(await browser.comment("A word.")).page()
        for (number, vector) in HostileText.own.enumerated() {
            for address in [vector, "a\(vector)@example.org"] {
                let reply = await browser.comment("Word \(number).", email: address)
                guard reply.status == 303 else {
                    try expectGivenBack(reply, address, in: "email")
                    continue
                }
                let page = await browser.follow(reply)
                #expect(try page.page().skeleton == benign.skeleton)
                #expect(!page.text.contains("example.org"))
            }
        }
    }

    @Test("Hostile text in an edit is shown as text, and in the form as it was typed")
    func edit() async throws {
        var (_, browser) = try await open()
        let number = await browser.commentNumber("A word.")
        let benign = try await browser.follow(await browser.post("/comments/\(number)/edit", ["text": "Another."]))
            .page()
        for vector in HostileText.own {
            let reply = await browser.post("/comments/\(number)/edit", ["text": vector])
            guard reply.status == 303 else {
                try expectGivenBack(reply, vector)
                continue
            }
            let page = try await browser.follow(reply).page()
            expectAlike(page.skeleton, benign.skeleton, vector.debugDescription)
            expectCommentMarkup(page, vector)
            let form = try await browser.get("/comments/\(number)/edit").page()
            #expect(form.content(ofField: "text") == vector.withPlainLineEnds.trimmed)
        }
    }

    private func expectGivenBack(_ reply: Reply, _ vector: String, in field: String = "text") throws {
        #expect(reply.status == 422, "\(vector.debugDescription)")
        let page = try reply.page()
        expectSafeAddresses(page, vector)
        #expect(page.content(ofField: field) == vector.asShown, "\(vector.debugDescription)")
        #expect(page.elements.contains { $0.attributes["class"] == "refusal" })
    }
}

extension String {
    /// The text as a form field can contain it: characters that HTML cannot contain become U+FFFD.
    var asShown: String {
        var out = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            let isKept = "\t\n\r".unicodeScalars.contains(scalar) || scalar.properties.generalCategory != .control
            out.append(isKept && scalar.value != 0xFFFE && scalar.value != 0xFFFF ? scalar : "\u{FFFD}")
        }
        return String(out)
    }
}
