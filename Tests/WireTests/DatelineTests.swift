import Newsroom
import Testing

@testable import Wire

@Suite("Datelines and bylines", .timeLimit(.minutes(1)))
struct DatelineTests {
    private func story(
        _ body: String, by: String = "", language: String = "en", provider: String = "<provider literal=\"harbor\"/>"
    ) -> IncomingStory? {
        read(
            Documents.story(
                meta: provider, content: "<headline>H</headline>\(by)", language: language,
                body: "<p>\(body)</p><p>And then it stopped.</p>")
        ).stories.first
    }

    @Test(
        "A dateline is found without a place, with two places, with every dash and in other languages",
        arguments: [
            ("Jan 3 (Reuters) - ", nil, "Reuters"), ("(Reuters) - ", nil, "Reuters"), ("(Harbor) – ", nil, "Harbor"),
            ("PARIS and ROME, Feb 2 (AFP) — ", "PARIS and ROME", "AFP"), ("PARIS/ROME (AFP) ― ", "PARIS/ROME", "AFP"),
            ("PARIS, ROME (AFP) ‒ ", "PARIS, ROME", "AFP"), ("BERLIN und WIEN (dpa) - ", "BERLIN und WIEN", "dpa"),
            ("Berlin (dpa) - ", "Berlin", "dpa"), ("Frankfurt/Main (dpa/lhe) - ", "Frankfurt/Main", "dpa/lhe"),
            ("PARIS, 3 janv. 2026 (AFP) - ", "PARIS", "AFP"), ("Madrid, 3 ene (EFE).- ", "Madrid", "EFE"),
            ("Madrid, 3 de enero (EFE) -- ", "Madrid", "EFE"), ("LISBOA, 3 fev (Lusa) − ", "LISBOA", "Lusa"),
            ("(ANSA) - ROMA, 3 GEN - ", "ROMA", "ANSA"), ("(ANSA) - Rome, October 11 - ", "Rome", "ANSA"),
            ("MOSCOW, January 3. /TASS/. ", "MOSCOW", "TASS"), ("МОСКВА, 3 янв (Рейтер) - ", "МОСКВА", "Рейтер"),
            ("STOCKHOLM, tisdag (TT) - ", "STOCKHOLM", "TT"), ("HELSINKI, 3. tammikuuta (STT) - ", "HELSINKI", "STT"),
            ("دمشق (رويترز) - ", "دمشق", "رويترز"), ("FORT PINE, Pa. (AP) _ ", "FORT PINE, Pa.", "AP"),
            ("(New York, NY - October 21) ", "New York, NY", nil), ("Wien/Graz (APA) - ", "Wien/Graz", "APA"),
            ("新华社北京1月3日电（记者甲乙）", "北京", "新华社"), ("［東京 ３日 ロイター］ － ", "東京", "ロイター"),
            ("【東京時事】", "東京", "時事"), ("(서울=연합뉴스) 가나다 기자 = ", "서울", "연합뉴스"),
            ("ATHENS, Tuesday (Harbor)\u{2010} ", "ATHENS", "Harbor"),
        ] as [(String, String?, String?)])
    func datelines(opening: String, place: String?, agency: String?) {
        let story = story(opening + "It rained.")
        #expect(story?.dateline == Dateline(place: place, agency: agency))
        #expect(story?.body == "It rained.\n\nAnd then it stopped.")
    }

    @Test(
        "Words that only look like a dateline stay in the text",
        arguments: [
            "May (the month) - wet.", "March 5 (Tuesday) - wet.", "(Tuesday) - wet.", "Rain (Porto) - wet.",
            "A/B tests, 3 of them. /see below/ wet.", "(New York - cheap) wet.",
        ])
    func noDatelines(text: String) {
        #expect(story(text)?.dateline == nil && story(text)?.body.hasPrefix(text) == true)
    }

    @Test("A dateline may stand in a paragraph of its own, or be marked in the text")
    func alone() {
        #expect(story("PORTO (Wire) -")?.dateline?.place == "PORTO")
        #expect(story("PORTO (Wire) -")?.body == "And then it stopped.")
        let marked = story("<span class=\"dateline\">PORTO, Portugal (AP)</span>It rained.")
        #expect(marked?.dateline == Dateline(place: "PORTO, Portugal", agency: "AP"))
        #expect(marked?.body.hasPrefix("It rained.") == true)
    }

    @Test(
        "The dateline field may have a place alone",
        arguments: [
            ("HARBOR CITY", "HARBOR CITY", nil), ("Helsinki", "Helsinki", nil),
            ("Vatikanstadt (KAP)", "Vatikanstadt", "KAP"),
            ("MOSKVA, Feb 17 NTB -", "MOSKVA", "NTB"), ("PARIS, 3 March", "PARIS", nil),
        ] as [(String, String, String?)])
    func fields(text: String, place: String, agency: String?) {
        #expect(
            story("It rained.", by: "<dateline>\(text)</dateline>")?.dateline == Dateline(place: place, agency: agency))
    }

    @Test(
        "A byline loses its date and the word for by",
        arguments: [
            ("Reuters, MAR 04", "en", "Reuters"), ("By Ada Example, March 4, 2026", "en", "Ada Example"),
            ("Von Ada Example, dpa", "de", "Ada Example, dpa"), ("Por Ada Example", "es", "Ada Example"),
            ("Par Ada Example et Ben Sample", "fr", "Ada Example et Ben Sample"),
            ("by: Ada Example", "en", "Ada Example"),
            ("Di Maio", "en", "Di Maio"),
        ])
    func bylines(text: String, language: String, byline: String) {
        #expect(story("It rained.", by: "<by>\(text)</by>", language: language)?.byline == byline)
    }

    @Test("Two bylines are two authors, and bylines in another language are not")
    func twoBylines() {
        #expect(story("x", by: "<by>By Ada Example</by><by>By Ben Sample</by>")?.byline == "Ada Example and Ben Sample")
        #expect(story("x", by: "<by>Ada Example</by><by>ada  example</by>")?.byline == "Ada Example")
        let languages = "<by xml:lang=\"de\">Von Ada Example</by><by xml:lang=\"en\">By Ada Example</by>"
        #expect(story("x", by: languages)?.byline == "Ada Example")
        let three = "<by>Ada Example</by><by>Ben Sample</by><by>Cara Muster</by>"
        #expect(story("x", by: three, language: "de")?.byline == "Ada Example, Ben Sample und Cara Muster")
    }

    @Test("Without a byline, the creators who are people are the authors")
    func creators() {
        let people =
            "<creator qcode=\"p:1\"><name>Ada Example</name></creator><creator><name>Ben Sample</name></creator>"
        #expect(story("x", by: people)?.byline == "Ada Example and Ben Sample")
        #expect(story("x", by: "<creator type=\"cpnat:person\" literal=\"Ada\"/>")?.byline == "Ada")
        for organization in [
            "<creator><name>Reuters</name></creator>", "<creator literal=\"adaexample\"/>",
            "<creator type=\"cpnat:organisation\"><name>Ada Example</name></creator>",
            "<creator><name>Example News Agency</name></creator>",
        ] {
            #expect(story("x", by: organization)?.byline == nil)
        }
    }
}
