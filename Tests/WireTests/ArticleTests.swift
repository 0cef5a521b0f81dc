import Newsroom
import Testing

@testable import Wire

@Suite("Articles", .timeLimit(.minutes(1)))
struct ArticleTests {
    private func story(_ body: String, by: String = "") -> IncomingStory? {
        read(Documents.story(content: "<headline>H</headline>\(by)", body: body)).stories.first
    }

    @Test(
        "A dateline is extracted from the first paragraph",
        arguments: [
            ("PORTO (Wire) - It rained.", "PORTO", "Wire"), ("PORTO, Feb 2 (Wire) - It rained.", "PORTO", "Wire"),
            ("NEW YORK/ST. JOHN'S (Wire News) — It rained.", "NEW YORK/ST. JOHN'S", "Wire News"),
            ("PORTO (W.N.) -- It rained.", "PORTO", "W.N."),
            ("PORTO, Monday (Wire)\u{A0}– It rained.", "PORTO", "Wire"),
            ("McALLEN, Texas, Sept. 3, 2025 (Wire) – It rained.", "McALLEN, Texas", "Wire"),
            ("PORT-AU-PRINCE (Wire) -It rained.", "PORT-AU-PRINCE", "Wire"),
            ("ÉVORA (Wire) - It rained.", "ÉVORA", "Wire"),
        ])
    func datelines(_ text: String, _ place: String, _ agency: String) {
        let story = story("<p>\(text)</p><p>And then it stopped.</p>")
        #expect(story?.dateline == Dateline(place: place, agency: agency))
        #expect(story?.body == "It rained.\n\nAnd then it stopped.")
    }

    @Test(
        "Text that is not a dateline stays in the body",
        arguments: [
            "Porto (Wire) - It rained.", "PORTO - It rained.", "PORTO (Wire) It rained.", "(Wire) - It rained.",
            "NATO (the pact) - is.",
            "A LONG ( - x", "It rained (a lot) - and stopped.", "PORTO, and then (Wire) - x",
            "دمشق (وكالة) - مطر",
            "PORTO (Wire) --- It rained.",
        ])
    func noDatelines(_ text: String) {
        let story = story("<p>\(text)</p>")
        #expect(story?.dateline == nil && story?.body == text)
    }

    @Test("Emphasis after a dateline is kept")
    func datelineBeforeMarkup() {
        let story = story("<p><b>PORTO</b> (Wire) - <em>Rain</em> fell.</p>")
        #expect(story?.dateline?.place == "PORTO" && story?.body == "*Rain* fell.")
    }

    @Test("The dateline field is used if the text has no dateline, unless it is a timestamp")
    func datelineField() {
        #expect(story("<p>Rain.</p>", by: "<dateline>PORTO, Monday (Wire)</dateline>")?.dateline?.place == "PORTO")
        #expect(story("<p>Rain.</p>", by: "<dateline>2026-01-01 12:00:00 GMT+00:00</dateline>")?.dateline == nil)
    }

    @Test("The byline is not repeated in the body")
    func byline() {
        let by = "<by>By Ada Example</by>"
        for first in ["By Ada Example", "by  ADA EXAMPLE", "Ada Example"] {
            let story = story("<p>\(first)</p><p>PORTO (Wire) - Rain.</p>", by: by)
            #expect(story?.byline == "Ada Example" && story?.body == "Rain." && story?.dateline?.place == "PORTO")
        }
        #expect(story("<p>By Ben Sample</p><p>Rain.</p>", by: by)?.body == "By Ben Sample\n\nRain.")
    }

    @Test("Capitals after an empty paragraph are a crosshead, and other gaps separate sections")
    func sections() {
        let body = """
            <p/><p>One.</p><p></p><p>\u{A0}</p><p>STILL RAINING</p><p>Two.</p><p/>\
            <p>Three.</p><p>NOT A CROSSHEAD</p><p>Four.</p>
            <p><span> </span></p><p> (Reporting by Ada Example) </p><p/>
            """
        let story = story(body)
        #expect(
            story?.body == "One.\n\n## STILL RAINING\n\nTwo.\n\n---\n\nThree.\n\nNOT A CROSSHEAD\n\nFour.")
        #expect(story?.credits == [Credit(role: "Reporting", person: "Ada Example")])
    }

    @Test("Capitals at the end, numbers and whole paragraphs are not crossheads")
    func noCrossheads() {
        #expect(story("<p>One.</p><p/><p>WIRE AB CD</p>")?.body == "One.\n\n---\n\nWIRE AB CD")
        #expect(story("<p>One.</p><p/><p>1.5 - 2</p><p>Two.</p>")?.body == "One.\n\n---\n\n1.5 - 2\n\nTwo.")
        let shout = String(repeating: "RAIN ", count: 20)
        #expect(story("<p>One.</p><p/><p>\(shout)</p><p>Two.</p>")?.body.contains("#") == false)
    }

    @Test("Parentheses at the end that are not credits are kept unchanged")
    func signOff() {
        let story = story(
            "<p>One.</p><p>($1 = 0.9 euros)</p><p/>"
                + "<p>(Reporting by Ada Example; Editing by Ben Sample)</p><p>(إعداد فلان)</p>"
        )
        #expect(story?.body == "One." && story?.credits.count == 2)
        #expect(story?.signOff == "($1 = 0.9 euros)\n(إعداد فلان)")
        #expect(self.story("<p>(All of it in brackets.)</p>")?.body == "(All of it in brackets.)")
    }
}
