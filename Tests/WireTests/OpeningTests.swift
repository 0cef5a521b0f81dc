import Newsroom
import Testing

@testable import Wire

@Suite("Openings", .timeLimit(.minutes(1)))
struct OpeningTests {
    private func document(_ body: String, content: String = "<headline>Rain in Porto</headline>") -> WireDocument {
        read(Documents.story(content: content, body: body))
    }

    private func story(_ body: String, content: String = "<headline>Rain in Porto</headline>") -> IncomingStory? {
        document(body, content: content).stories.first
    }

    @Test("A headline that the text repeats is left out, also above a byline")
    func headline() {
        for opening in ["<h1>Rain in  Porto</h1>", "<p>RAIN IN PORTO</p>", "<h3>Weather</h3><h1>Rain in Porto</h1>"] {
            let body = story(opening + "<p>By Ada Example</p><p>PORTO (Wire) - It rained.</p>")?.body
            #expect(body?.hasSuffix("It rained.") == true && body?.lowercased().contains("rain in") == false)
        }
        #expect(story("<p>It rained.</p><p>Rain in Porto</p>")?.body == "It rained.\n\nRain in Porto")
        #expect(document("<h1>Rain in Porto</h1><p>A</p>").assumptions.count == 1)
    }

    @Test("A list of metadata is left out, and a list of the story stays")
    func metadata() {
        for list in [
            "<ul><li>Slug: rain</li><li>Words: 300</li><li>Author: Ada Example</li></ul>",
            "<dl><dt>Headline</dt><dd>Rain in Porto</dd><dt>Date</dt><dd>2 February</dd></dl>",
            "<table><tr><td>Datum:</td><td>2. Februar</td></tr><tr><td>Ressort</td><td>Inland</td></tr></table>",
            "<ul><li>Weather</li><li>Porto</li></ul>",
        ] {
            let content =
                "<headline>Rain in Porto</headline><subject><name>Weather</name></subject><located><name>Porto</name></located>"
            let document = document(list + "<p>It rained.</p>", content: content)
            #expect(document.stories.first?.body == "It rained.")
            #expect(document.assumptions.count == 1)
        }
        #expect(
            story("<ul><li>Rain: 3 mm</li><li>Wind: none</li></ul><p>x</p>")?.body == "- Rain: 3 mm\n- Wind: none\n\nx")
        #expect(story("<p>x</p><ul><li>Slug: a</li><li>Words: 3</li></ul>")?.body == "x\n\n- Slug: a\n- Words: 3")
    }

    @Test("A header with the headline in it is left out, but for its byline; another header is part of the text")
    func header() {
        let head =
            "<header><time>02.02.2026 14:02</time><p>Weather</p><h1>Rain in Porto</h1><p>By Ada Example</p></header>"
        let story = story(head + "<section><p>It rained.</p></section>")
        #expect(story?.body == "It rained." && story?.byline == "Ada Example")
        #expect(self.story("<header><h1>Storms</h1></header><p>x</p>")?.body == "## Storms\n\nx")
        #expect(self.story("<p>x</p><header><h2>Storms</h2></header>")?.body == "x\n\n## Storms")
    }

    @Test("A summary that opens the text is shown once")
    func standfirst() {
        let content = "<headline>H</headline><description role=\"drol:summary\">In short.</description>"
        let story = story("<p>In short.</p><p>PORTO (Wire) - It rained.</p>", content: content)
        #expect(story?.standfirst == "In short." && story?.body == "It rained." && story?.dateline?.place == "PORTO")
        #expect(self.story("<p>In short.</p>", content: content)?.body == "In short.")
    }

    @Test(
        "A note about the version is kept apart from the text",
        arguments: [
            "(In Jan. 3 story, corrects the name in the second paragraph)", "(Adds quotes, background)",
            "(This Feb. 2 story has been corrected to say 30, not 13)", "(Corrects spelling of Porto)",
            "(Berichtigung: Im zweiten Absatz wurde der Name korrigiert)", "(Corrige le nom au 2e paragraphe)",
        ])
    func notes(note: String) {
        let story = story("<p>\(note)</p><p>By Ada Example</p><p>PORTO (Wire) - It rained.</p>")
        #expect(story?.body == "It rained." && story?.byline == "Ada Example")
        #expect(story?.revision == Revision(mark: nil, note: String(note.dropFirst().dropLast())))
        #expect(story?.isCorrection == !note.contains("Adds"))
    }

    @Test("Parentheses that say nothing about the version stay in the text")
    func noNotes() {
        #expect(story("<p>(It had rained before.)</p><p>x</p>")?.body == "(It had rained before.)\n\nx")
        #expect(story("<p>x</p><p>(Adds nothing)</p><p>y</p>")?.body == "x\n\n(Adds nothing)\n\ny")
        #expect(story("<p>(Adds it up) and more</p>")?.body == "(Adds it up) and more")
    }

    @Test("A notice between lines is a note")
    func notice() {
        let story = story("<pre>-------\nKORREKTUR: Der Name\n wurde berichtigt.\n-------</pre><p>x</p>")
        #expect(story?.body == "x" && story?.revision?.note == "KORREKTUR: Der Name wurde berichtigt.")
    }

    @Test(
        "The marks of a version are kept apart from the headline",
        arguments: [
            ("CORRECTED-Rain", "CORRECTED", "Rain"), ("UPDATE 2-Rain: a history", "UPDATE 2", "Rain: a history"),
            ("REFILE-UPDATE 1-Rain", "REFILE, UPDATE 1", "Rain"),
            ("CORRECTED (OFFICIAL)-Rain", "CORRECTED (OFFICIAL)", "Rain"),
            ("CORRECTED - Rain", "CORRECTED", "Rain"), ("UPDATED: Rain", "UPDATED", "Rain"),
            ("RPT—Rain", "RPT", "Rain"),
            ("WRAPUP 10-Rain", "WRAPUP 10", "Rain"), ("KORREKTUR: Regen", "KORREKTUR", "Regen"),
        ])
    func marks(sent: String, mark: String, headline: String) {
        let story = story("<p>x</p>", content: "<headline>\(sent)</headline>")
        #expect(story?.headline == headline && story?.revision == Revision(mark: mark, note: nil))
        #expect(story?.isCorrection == (mark.hasPrefix("CORR") || mark.hasPrefix("KORR")))
    }

    @Test(
        "Other words before a dash belong to the headline",
        arguments: [
            "EXCLUSIVE-Rain", "UPDATE 2-", "Update on rain - more", "UPDATE RATES - now", "Corrected-vision glasses",
        ])
    func noMarks(sent: String) {
        #expect(story("<p>x</p>", content: "<headline>\(sent)</headline>")?.headline == sent)
    }
}
