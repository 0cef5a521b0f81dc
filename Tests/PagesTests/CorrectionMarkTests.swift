import Foundation
import Newsroom
import Testing

@testable import Pages

@Suite("Marks of comments that quote a corrected passage", .timeLimit(.minutes(1)))
struct CorrectionMarkTests {
    private static let corrected = Sample.version(
        2, body: Sample.body.replacing("twenty-five minutes", with: "thirty-five minutes"))
    private static let quotation = "> Crossing takes *twenty-five* minutes.\n\nThat's fast."

    private func updates(_ act: Version.Act) -> StoryUpdates {
        StoryUpdates(
            current: 2, times: [2: Sample.updated], corrected: [2],
            correctedTexts: [
                CorrectedText(version: 2, act: act, before: Sample.version().text, after: Self.corrected.text)
            ])
    }

    private func page(_ threads: [Newsroom.Thread], _ updates: StoryUpdates) throws -> String {
        let discussion = Sample.discussion(threads, updates: updates)
        return Sample.page(Sample.story(Self.corrected), discussion: discussion).html(in: try Sample.context()).shown
    }

    @Test(
        "The mark says what happened and leads to the comparison",
        arguments: [(Version.Act.correction, "corrected"), (.clarification, "clarified")])
    func mark(act: Version.Act, word: String) throws {
        let threads = [
            Sample.thread(
                Sample.comment(1, text: Self.quotation), [Sample.comment(2, text: "An answer", parent: 1, thread: 1)]),
            Sample.thread(Sample.comment(3, text: Self.quotation, storyVersion: 2)),
        ]
        let html = try page(threads, updates(act))
        let marks = html.matches(of: /<p class="update-mark"><a href="([^"]*)">([^<]*)<\/a><\/p>/)
        #expect(marks.map { String($0.2) } == ["Quotes a passage that was \(word) later"])
        #expect(marks.first?.1.hasSuffix("/versions/2") == true)
        let first = try #require(html.range(of: "id=\"comment-1\""))
        let second = try #require(html.range(of: "id=\"comment-2\""))
        let place = try #require(marks.first).range.lowerBound
        #expect(first.lowerBound < place && place < second.lowerBound)
    }

    @Test("Without texts of corrections, the page is the same as before")
    func same() throws {
        let threads = [Sample.thread(Sample.comment(1, text: Self.quotation))]
        let updates = StoryUpdates(current: 2, times: [2: Sample.updated], corrected: [2])
        #expect(try !page(threads, updates).contains("update-mark"))
    }

    @Test("The page of the comment has the mark too")
    func own() throws {
        let comment = Sample.comment(1, text: Self.quotation)
        let page = CommentPage(
            story: Sample.story(Self.corrected), comment: comment, thread: Sample.thread(comment),
            updates: updates(.correction), state: .open(until: nil), now: Sample.published)
        #expect(page.html(in: try Sample.context()).shown.contains("corrected later</a>"))
    }
}
