import Newsroom
import Testing

@testable import Wire

/// Texts that only resemble what the import takes out of a story.
@Suite("Caution", .timeLimit(.minutes(1)))
struct CautionTests {
    private func story(_ body: String, content: String = "", language: String = "en") -> IncomingStory? {
        read(Documents.story(content: "<headline>H</headline>" + content, language: language, body: body)).stories.first
    }

    @Test(
        "Lists and boxes of a story are no metadata",
        arguments: [
            "- Language: Officials must learn Danish, the court ruled on Monday.\n- Service: Buses run every ten minutes.",
            "- Date: January 3, 8 p.m.\n- Location: Harbor Hall",
            "- Title: The Boat\n- Author: Ann Example\n- Publisher: Harbor",
            "- Priority: 1. Save the harbor, says the mayor\n- Priority: 2. Dredge it",
        ])
    func boxes(list: String) {
        let items = list.split(separator: "\n").map { "<li>\($0.dropFirst(2))</li>" }.joined()
        #expect(story("<ul>\(items)</ul><p>x</p>")?.body.hasPrefix(list) == true)
    }

    @Test(
        "Names in parentheses after capitals are no datelines",
        arguments: [
            "TESLA (TSLA) - Shares rose.", "BERLIN (CDU) - Die Partei", "FIFA (IOC) - Rules",
            "NASA (AP) - the agency - said.",
            "Mr. Smith (Reuters) - a reporter - died.", "LONDON (Jan 3) - Rain.", "ANN EXAMPLE (MAYOR) - Yes.",
        ])
    func datelines(text: String) { #expect(story("<p>\(text)</p>")?.body == text) }

    @Test(
        "Sentences in parentheses are no notes",
        arguments: [
            "(Removes mask)", "(Changes trains in Rome)", "(Updated tax tables are in the annex.)",
            "(Refiled tax returns doubled in 2025, the office said.)", "(Ajoute du sel.)",
            "(Berichtigt wurde nichts, sagt er.)",
        ])
    func notes(text: String) { #expect(story("<p>\(text)</p><p>x</p>")?.body == text + "\n\nx") }

    @Test("Two notes above a dateline are one")
    func twoNotes() {
        let story = story("<p>(Adds quotes)</p><p>(Corrects name)</p><p>PORTO (Reuters) - Rain.</p>")
        #expect(story?.revision?.note == "Adds quotes Corrects name" && story?.body == "Rain.")
    }

    @Test(
        "Words after \"by\" are a byline only above a dateline",
        arguments: ["By Force Majeure", "By Popular Demand", "By The Rivers Of Babylon", "Von Frankfurt Nach Köln"])
    func bylines(text: String) {
        #expect(story("<p>\(text)</p><p>x</p>", language: "de")?.body == text + "\n\nx")
        #expect(story("<p>By Ann Example<br/>LONDON (Reuters) - Rain.</p>")?.byline == "Ann Example")
        #expect(
            story("<p>By Ann Example</p><p>By Ben Sample</p><p>LONDON (Reuters) - Rain.</p>")?.byline
                == "Ann Example, Ben Sample")
    }

    @Test(
        "Names of months, particles and line breaks stay in a byline",
        arguments: [
            ("April May", "April May"), ("By June May, April 3", "June May"), ("von der Leyen", "von der Leyen"),
            ("von Muster", "von Muster"), ("Ann<br/>Example", "Ann Example"),
        ])
    func names(by: String, byline: String) {
        #expect(story("<p>x</p>", content: "<by>\(by)</by>", language: "de")?.byline == byline)
    }

    @Test(
        "Compounds and scores in capitals are no marks of a version",
        arguments: [
            "UPDATE 1-0: how it went", "UPDATE 4-4: HARBOR AND EAST DRAW", "REPEAT-OFFENDERS FACE JAIL",
            "CORRECTION-FLUID MAKER SOLD", "RPT-12 RADAR SOLD", "REPEAT - A film about time", "WRAPUP-PARTY",
        ])
    func headlines(text: String) {
        let item = Documents.story(content: "<headline>\(text)</headline>")
        #expect(read(item).stories.first?.headline == text)
    }

    @Test("An addition in parentheses belongs to the mark before it")
    func addition() {
        let item = Documents.story(content: "<headline>CORRECTED-(OFFICIAL)-UPDATE 1-Rain</headline>")
        #expect(read(item).stories.first?.headline == "Rain")
        #expect(read(item).stories.first?.revision?.mark == "CORRECTED, (OFFICIAL), UPDATE 1")
    }

    @Test("A dateline that repeats its field is shown once")
    func fieldDateline() {
        for text in ["PARIS — Rain.", "Paris: Rain.", "PARIS - Rain."] {
            let story = story("<p>\(text)</p>", content: "<dateline>PARIS</dateline>")
            #expect(story?.dateline?.place == "PARIS" && story?.body == "Rain.")
        }
        #expect(story("<p>Paris is wet.</p>", content: "<dateline>PARIS</dateline>")?.body == "Paris is wet.")
    }

    @Test(
        "Exponents and indices keep their place",
        arguments: [
            ("10<sup>½</sup>", "10^½"), ("e<sup>−x</sup>", "e^(−x)"), ("x<sup>y</sup>", "x^y"),
            ("a<sub>ij</sub>", "a\\_(ij)"),
            ("the 1<sup>st</sup> M<sup>me</sup>", "the 1st Mme"),
        ])
    func exponents(markup: String, text: String) { #expect(story("<p>\(markup)</p>")?.body == text) }

    @Test("Ratings, empty cells and wide title rows lose nothing")
    func figures() {
        #expect(story("<p>Play</p><p>*****</p>")?.body == "Play\n\n\\*\\*\\*\\*\\*")
        #expect(
            story("<table><tr><td>a</td><td>---</td></tr><tr><td>_____</td><td>b</td></tr></table>")?.body.contains(
                "---") == true)
        let wide = "<table><tr><td colspan=\"100\">T</td></tr><tr><td>a</td><td>b</td></tr></table>"
        #expect(story(wide)?.body == "|  |  |\n| --- | --- |\n| T |  |\n| a | b |")
        let vast =
            "<tr><td colspan=\"1000000000\" rowspan=\"1000000000\">x</td><td>y</td></tr><tr><td>a</td><td>b</td></tr>"
        #expect(story("<table>\(vast)</table>")?.body == "|  |  |  |\n| --- | --- | --- |\n| x | y |  |\n|  | a | b |")
    }

    @Test("Plain text keeps lists, columns and indented paragraphs")
    func plain() {
        func body(_ text: String) -> String? {
            read(Documents.story(contentSet: "<inlineData contenttype=\"text/plain\">\(text)</inlineData>")).stories
                .first?.body
        }
        #expect(body("One.\n\n* a\n* b") == "One.\n\n- a\n- b")
        #expect(
            body("Team      P\n\nHarbor    3\nEast      2\nWest      1")?.contains("```\nHarbor    3\nEast      2")
                == true)
        #expect(
            body("One goes\non here.\n   Two goes\non too.\nAnd ends.")
                == "One goes on here.\n\nTwo goes on too. And ends.")
    }

    @Test("The title of a page is not its text, and references to forbidden characters in HTML are dropped")
    func html() {
        let contents =
            "<inlineXML><html xmlns=\"\(Documents.xhtml)\"><head><title>T</title></head><body/></html></inlineXML>"
            + "<inlineData contenttype=\"text/html\"><![CDATA[<p>A&#8;B&#xFDD0;</p></p><p hidden>no</p><p>C]]></inlineData>"
        #expect(read(Documents.story(contentSet: contents)).stories.first?.body == "AB\n\nC")
    }

    @Test("A tag with many attributes is refused at once")
    func attributes() {
        for attributes in [
            (0..<100_000).map { "a\($0)" }, (0..<100_000).map { "a\($0)=1" }, ["x\""] + (0..<100_000).map { "b\($0)" },
        ] {
            let html =
                "<inlineData contenttype=\"text/html\"><![CDATA[<p \(attributes.joined(separator: " "))>x]]></inlineData>"
            #expect(
                read(Documents.story(contentSet: html)).faults.first?.sentence
                    == "An element has more than 64 attributes.")
        }
    }

    @Test("White space before the XML declaration and a wrong name of the encoding cost nothing")
    func declarations() {
        let story = Documents.story(body: "<p>Café</p>")
        for start in [
            "\n\n<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"us-ascii\"?>",
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
        ] {
            #expect(read(start + story).stories.first?.body == "Café", "\(start)")
        }
        #expect(read("\n\n<?xml version=\"1.0\"?>\n" + Documents.story(version: "x")).faults.first?.line == 4)
    }
}
