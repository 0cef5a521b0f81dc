import Foundation
import Newsroom
import Testing

@testable import Wire

@Suite("Stories", .timeLimit(.minutes(1)))
struct StoryTests {
    private func fault(_ document: String) -> String? { onlyFault(document)?.sentence }

    private func refusal(_ document: String) -> Refusal? { onlyFault(document)?.refusal }

    private func onlyFault(_ document: String) -> WireFault? {
        let document = read(document)
        #expect(document.items.isEmpty)
        return document.faults.first
    }

    @Test("A text item becomes a story with its times, version, language and headline")
    func head() throws {
        let story = try #require(read(Documents.story()).stories.first)
        #expect(story.guid == "tag:wire.example,2026:one" && story.wireVersion == 3 && story.status == .usable)
        #expect(story.headline == "A bridge opens")
        #expect(story.language.tag == "en-GB")
        #expect(story.versionCreated.milliseconds == 1_770_091_506_789)
        #expect(story.firstCreated == Timestamp.date("2026-02-01T10:00:00Z", in: .gmt))
        #expect(story.dateline == Dateline(place: "PORTO", agency: "Wire") && story.body == "It opened.")
    }

    @Test("The content's language takes precedence over the item's, and the newspaper's language is the default")
    func language() {
        let arabic = Documents.story(content: "<language tag=\"ar\"/><headline>جسر</headline>")
        #expect(read(arabic).stories.first?.language.direction == .rightToLeft)
        let joined = read(Documents.story(language: "ar_EG")).stories.first?.language
        #expect(joined?.tag == "ar-EG" && joined?.direction == .rightToLeft)
        let none = NewsMLReader(language: .english).read(Data(Documents.story(language: "").utf8), named: "")
        #expect(none.stories.first?.language == .english)
    }

    @Test("A summary becomes the standfirst, and a caption does not")
    func standfirst() {
        func standfirst(_ role: String) -> String? {
            read(Documents.story(content: "<headline>H</headline><description \(role)>S </description>")).stories.first?
                .standfirst
        }
        for role in ["descRole:summary", "drol:summary", "x:standfirst", "x:synopsis"] {
            #expect(standfirst("role=\"\(role)\"") == "S")
        }
        #expect(standfirst("roleuri=\"http://cv.iptc.org/newscodes/descriptionrole/summary\"") == "S")
        #expect(standfirst("role=\"descRole:caption\"") == nil && standfirst("") == nil)
    }

    @Test("Topics come from named memberships, or else from named subjects, without duplicates")
    func topics() {
        let members = """
            <memberOf literal="A"><name xml:lang="fr">Élections</name><name xml:lang="en">Elections</name></memberOf>
            <memberOf literal="Top News"/><memberOf qcode="x:1"/><memberOf literal="B"><name>elections</name></memberOf>
            """
        let subjects =
            "<subject qcode=\"x:2\"/><subject qcode=\"x:3\"><name>Rivers</name></subject><genre><name>G</name></genre>"
        let content = "<headline>H</headline>" + subjects
        #expect(
            read(Documents.story(meta: members, content: content)).stories.first?.topics.map(\.name) == [
                "Elections", "Top News",
            ])
        #expect(read(Documents.story(content: content)).stories.first?.topics.map(\.name) == ["Rivers"])
    }

    @Test("Names that differ in symbols or accents are different topics")
    func signs() {
        let names = ["C++", "C#", "Mål", "Mal", "mål", "+"]
        let members = names.map { "<memberOf literal=\"\($0)\"/>" }.joined()
        #expect(
            read(Documents.story(meta: members)).stories.first?.topics.map(\.name) == ["C++", "C#", "Mål", "Mal", "+"])
    }

    @Test("A canceled item cancels its story even without text, and withheld or unknown statuses are refused")
    func status() {
        for status in ["stat:canceled", "stat:cancelled"] {
            let story = read(Documents.story(status: status, content: "", contentSet: "")).stories.first
            #expect(story?.status == .canceled && story?.body == "")
        }
        let byAddress = Documents.story()
            .replacing("qcode=\"stat:usable\"", with: "uri=\"http://cv.iptc.org/newscodes/pubstatusg2/canceled\"")
        #expect(read(byAddress).stories.first?.status == .canceled)
        #expect(fault(Documents.story(status: "x:withheld"))?.contains("agency withholds this item") == true)
        #expect(fault(Documents.story(status: "stat:maybe")) == "The status of this item is unknown: “maybe”.")
    }

    @Test("An embargo is stored with the story, and one without an end is refused")
    func embargo() {
        let dated = Documents.story(meta: "<embargoed>2026-03-01T00:00:00Z</embargoed>")
        #expect(read(dated).stories.first?.embargoedUntil == Timestamp.date("2026-03-01T00:00:00Z", in: .gmt))
        let twice = "<embargoed>2026-03-01T00:00:00Z</embargoed><embargoed>2026-02-01T00:00:00Z</embargoed>"
        let late = read(Documents.story(meta: twice)).stories.first
        #expect(late?.embargoedUntil == Timestamp.date("2026-03-01T00:00:00Z", in: .gmt))
        #expect(fault(Documents.story(meta: "<embargoed/>")) == "This item is under an embargo without an end date.")
    }

    @Test("A version may have any size", arguments: [1_542_761_538, Int.max])
    func largeVersion(number: Int) {
        #expect(read(Documents.story(version: "\(number)")).stories.first?.wireVersion == number)
    }

    @Test("A missing field or an invalid number or date is refused")
    func missing() {
        #expect(refusal(Documents.story(guid: "")) == Refusal(.text(.missing), [.text: .text("guid")], field: "guid"))
        for version in ["0", "-1", "x", "1.5", "9223372036854775808", "1 2", "٣"] {
            #expect(fault(Documents.story(version: version))?.contains("must be a whole number") == true)
        }
        #expect(fault(Documents.story(dates: ""))?.contains("versionCreated") == true)
        for date in [
            "2026", "2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z", "2026-01-01T00:00:00ZZ", "2026-01-01T25:00:00Z",
        ] {
            #expect(
                fault(Documents.story(dates: "<versionCreated>\(date)</versionCreated>"))?.contains("must be a date")
                    == true)
        }
        #expect(fault(Documents.story(content: "")) == "This item has no headline.")
        #expect(fault(Documents.story(body: "<p> </p>")) == "This item has no text.")
        #expect(fault(Documents.story(contentSet: "")) == "This item has no text.")
    }

    @Test("A field that is too long is refused, never cut")
    func fields() {
        let long = String(repeating: "x", count: 501)
        let headline = refusal(Documents.story(content: "<headline>\(long)</headline>"))
        #expect(headline?.code == .text(.tooLong))
        #expect(headline?.values == [.text: .text("headline"), .limit: .number(500), .length: .number(501)])
        let body = refusal(Documents.story(body: "<p>\(String(repeating: "x", count: 1_000_000))</p>"))
        #expect(body?.values[.limit] == .number(500_000))
    }

    @Test("Characters that reorder text are dropped from a single line and named, and stay in the text")
    func reordering() {
        let document = read(
            Documents.story(
                content: "<headline>a\u{202E}b</headline><by>By Ada\u{2067} Example</by>", body: "<p>c\u{202E}d</p>"))
        #expect(document.faults.isEmpty)
        #expect(document.stories.first?.headline == "ab" && document.stories.first?.byline == "Ada Example")
        #expect(document.stories.first?.body == "c\u{202E}d")
        #expect(
            document.assumptions.map(\.sentence) == [
                "U+202E in headline reorders the text around it. It is dropped.",
                "U+2067 in by reorders the text around it. It is dropped.",
            ])
    }

    @Test("An item without a version or a date of its version has the best that it offers, and the import says so")
    func assumedHead() {
        let dates = "<versionCreated/><firstCreated>2026-02-01T12:00:00Z</firstCreated>"
        let document = read(Documents.story(version: "", dates: dates))
        #expect(document.stories.first?.wireVersion == 1)
        #expect(document.stories.first?.versionCreated == Timestamp.date("2026-02-01T12:00:00Z", in: .gmt))
        #expect(document.assumptions.count == 2)
    }

    @Test("A bad item in a message does not affect the others")
    func message() {
        let document = read(
            Documents.message(
                Documents.story(guid: "a"), Documents.story(guid: "b", version: "no"),
                Documents.story(guid: "c").replacing("ninat:text", with: "ninat:video"),
                "<planningItem xmlns=\"\(NewsMLReader.namespace)\" guid=\"d\"/>", Documents.picture(guid: "e"),
                Documents.package("<group id=\"root\">\(Documents.reference("a"))</group>")))
        #expect(document.items.map(\.item.guid) == ["a", "e", "tag:wire.example,2026:package"])
        #expect(document.faults.map { $0.sentence?.prefix(30) }.count == 3)
        #expect(
            document.faults[1].sentence == "The class of this item is “video”; only text and pictures are imported.")
        #expect(
            document.faults[2].sentence == "This item is a “planningItem”; only news items and packages are imported.")
        #expect(document.faults.allSatisfy { $0.line != nil && $0.file == "test.xml" })
    }
}
