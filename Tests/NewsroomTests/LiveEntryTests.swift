import Foundation
import Newsroom
import Testing

@Suite("Live coverage", .timeLimit(.minutes(1)))
struct LiveEntryTests {
    private let noon = Date(timeIntervalSince1970: 1_767_268_800)
    private var later: Date { noon.addingTimeInterval(60) }

    @Test("Coverage begins, ends and is resumed, and keeps its beginning and its order")
    func acts() throws {
        let begun = try Coverage.after(.begin, on: nil, now: noon)
        #expect(begun == Coverage(since: noon) && begun.isRunning && begun.order == .newest)
        let turned = try Coverage.after(.oldest, on: begun, now: later)
        #expect(turned == Coverage(since: noon, order: .oldest))
        let ended = try Coverage.after(.end, on: turned, now: later)
        #expect(ended == Coverage(since: noon, until: later, order: .oldest) && !ended.isRunning)
        #expect(try Coverage.after(.end, on: ended, now: noon) == ended)
        #expect(try Coverage.after(.newest, on: ended, now: noon).until == later)
        #expect(try Coverage.after(.begin, on: ended, now: later) == turned)
    }

    @Test("A story that was never live can only begin", arguments: [Coverage.Act.end, .newest, .oldest])
    func notLive(_ act: Coverage.Act) {
        #expect(throws: Refusal(.live(.notLive))) { try Coverage.after(act, on: nil, now: noon) }
    }

    @Test("An entry has a text of 1 to 5,000 characters and a headline of up to 150")
    func limits() throws {
        let draft = try LiveEntryDraft(headline: " ", text: " One.\r\nTwo. ")
        #expect(draft.headline == nil && draft.text == "One.\nTwo.")
        _ = try LiveEntryDraft(headline: String(repeating: "h", count: 150), text: String(repeating: "é", count: 5_000))
        let faults = [("", " \n"), ("", "\u{200B}"), ("", String(repeating: "t", count: 5_001)), ("", "a\u{0}")]
        for (headline, text) in faults {
            let refusal = #expect(throws: Refusal.self) { try LiveEntryDraft(headline: headline, text: text) }
            #expect(refusal?.kind == .invalid && refusal?.field == "text")
        }
        let refusal = #expect(throws: Refusal.self) {
            try LiveEntryDraft(headline: String(repeating: "h", count: 151), text: "A text.")
        }
        #expect(refusal?.field == "headline")
    }
}
