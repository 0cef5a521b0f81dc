import Database
import Foundation
import Newsroom
import Operations
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Corrections and clarifications", .timeLimit(.minutes(5)))
struct CorrectingTests {
    private let story = "/stories/1/a-bridge-opens"
    private let none = "No corrections yet."
    private let note = "An earlier version said that the bridge opened on Sunday. In fact, it opened on Monday."

    private func corrections(_ newspaper: TestSite) async -> String {
        await TestBrowser(newspaper).followed("/corrections").text
    }

    /// Opens the published story for changes, and publishes them with these fields.
    private func publish(_ editor: inout TestBrowser, _ fields: [String: String]) async throws -> Reply {
        let path = try #require(await editor.post("/desk/stories/1/revise", [:]).location)
        let page = try await editor.get(path).page()
        var form: [String: String] = [:]
        for name in ["revision", "lease", "story-version", "headline", "body", "topics", "gallery"] {
            form[name] = page.content(ofField: name) ?? ""
        }
        form.merge(fields) { $1 }
        let body = form.map { "\(TestBrowser.segment($0.key))=\(TestBrowser.segment($0.value))" }
        let reply = await editor.post(path + "/publish", body: body.sorted().joined(separator: "&"))
        guard reply.status == 200, reply.text.contains("/confirm") else { return reply }
        // The page asks because of pictures without texts.
        let asked = try reply.page()
        let fields = ["revision", "lease", "appears-at"].map { "\($0)=\(asked.content(ofField: $0) ?? "")" }
        return await editor.post(path + "/confirm", body: fields.joined(separator: "&"))
    }

    @Test("A correction stands on the story, on the page of corrections, in its feeds and in the data for machines")
    func correction() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        var reader = TestBrowser(newspaper)
        #expect(await corrections(newspaper).contains(none))
        let reply = try await publish(
            &editor, ["act": "correction", "correction": note, "body": "It opened on Monday."])
        #expect(reply.location == "/stories/1")
        for path in [story, "/corrections", "/corrections/feed.xml", "/corrections/feed.json", "\(story)/versions"] {
            let page = await reader.get(path)
            #expect(page.status == 200 && page.text.contains("In fact, it opened on Monday."), "\(path)")
            #expect(page.text.contains("Correction"), "\(path)")
        }
        let page = await reader.get(story).text
        #expect(page.contains(#""@type":"CorrectionComment""#))
        let log = try await newspaper.database.read { tx in try tx.logEntries(limit: 1)[0] }
        #expect(log.action == "story.correct" && log.detail.contains("In fact"))
    }

    @Test("A note outlives later updates, and stands below the text if the setting says so")
    func later() async throws {
        let newspaper = try await TestSite { settings in
            let house = settings.house
            settings.house = House(
                name: house.name, tagline: nil, timeZone: house.timeZone, disclaimer: house.disclaimer,
                correctionPlace: .below)
        }
        var editor = TestBrowser(newspaper, as: .editor)
        _ = try await publish(&editor, ["act": "clarification", "correction": note, "body": "One."])
        _ = try await publish(&editor, ["act": "update", "correction": "", "body": "Unmistakable text."])
        let page = await TestBrowser(newspaper).followed(story).text
        let text = try #require(page.range(of: "Unmistakable text."))
        let shown = try #require(page.range(of: "Clarification"))
        #expect(text.lowerBound < shown.lowerBound)
        let versions = await TestBrowser(newspaper).followed("\(story)/versions").text
        #expect(versions.contains("Clarification ·") && versions.contains("Update ·"))
    }

    @Test("Without a note, or with one that is too long, the form comes back with everything that was typed")
    func refused() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        for typed in ["", String(repeating: "n", count: 10_000)] {
            for act in ["correction", "clarification"] {
                let fields = ["act": act, "correction": typed, "body": "A new text."]
                let reply = try await publish(&editor, fields)
                #expect(reply.status == 422, "\(act)")
                let page = try reply.page()
                #expect(page.content(ofField: "correction") == typed && page.content(ofField: "body") == "A new text.")
            }
        }
        #expect(await corrections(newspaper).contains(none))
    }

    @Test("A spelling change and an update are no corrections; a withdrawn story leaves the list")
    func others() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        for act in ["typo", "update"] { _ = try await publish(&editor, ["act": act, "body": "Text of \(act)."]) }
        let all = try await newspaper.database.read { tx in try tx.logEntries(limit: 20) }
        let log = all.filter { $0.action.hasPrefix("story.") }.prefix(2)
        #expect(log.map(\.action) == ["story.update", "story.spelling"])
        #expect(log.map(\.detail) == ["A bridge opens", "A bridge opens"] && log.last?.actor == "editor@example.org")
        #expect(await corrections(newspaper).contains(none))
        _ = try await publish(&editor, ["act": "correction", "correction": note, "body": "Corrected."])
        #expect(await corrections(newspaper).contains("In fact"))
        try await newspaper.database.write { tx in
            let version = try tx.story(Story.ID(1))?.current.number ?? 0
            try tx.withdraw(
                Story.ID(1), version: version, reason: "It was wrong.", by: "editor", now: newspaper.clock.now)
        }
        #expect(await corrections(newspaper).contains(none))
    }

    @Test("Readers of the discussion see that the story was corrected between two comments")
    func divider() async throws {
        let newspaper = try await TestSite()
        var (editor, guest) = (TestBrowser(newspaper, as: .editor), TestBrowser(newspaper))
        _ = await guest.post("\(story)/comments", ["name": "A guest", "text": "Before.", "version": "2"])
        newspaper.clock.advance(60)
        _ = try await publish(&editor, ["act": "correction", "correction": note, "body": "Corrected."])
        let page = await guest.get(story).text
        #expect(page.contains("Story corrected"))
    }

    @Test("A comment that quotes a corrected passage has a mark on every page; one from after the correction has none")
    func quoted() async throws {
        let newspaper = try await TestSite()
        var (editor, guest) = (TestBrowser(newspaper, as: .editor), TestBrowser(newspaper))
        let (quotation, mark) = ("> It began. Version 2.", "Quotes a passage that was corrected later")
        for text in [quotation + "\n\nOnce.", "> It went on.\n\nStill there."] {
            _ = await guest.post("\(story)/comments", ["name": "A guest", "text": text, "version": "2"])
        }
        let before = await guest.get(story).text
        #expect(!before.contains(mark))
        newspaper.clock.advance(60)
        _ = try await publish(
            &editor, ["act": "correction", "correction": note, "body": "Corrected.\n\nIt went on."])
        _ = await guest.post(
            "\(story)/comments", ["name": "A guest", "text": quotation + "\n\nTwice.", "version": "3"])
        for path in [story, "\(story)/comments/1", "\(story)?order=newest"] {
            let page = await guest.get(path).text
            #expect(page.ranges(of: mark).count == 1, "\(path)")
        }
        for comment in [2, 3] {
            let page = await guest.get("\(story)/comments/\(comment)").text
            #expect(!page.contains(mark), "\(comment)")
        }
    }
}
