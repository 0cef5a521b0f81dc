import Foundation
import Testing

@testable import Markup

@Suite("Typography", .timeLimit(.minutes(1)))
struct TypographyTests {
    private static func british(_ text: String) -> String { Typography.of("en-GB").text(text) }

    @Test(
        "An apostrophe stands for missing letters and in names",
        arguments: [
            ("don't, it's, O'Neill, l'été, the dogs' bowls", "don’t, it’s, O’Neill, l’été, the dogs’ bowls"),
            ("rock 'n' roll, Guns N' Roses, fish 'n chips", "rock ’n’ roll, Guns N’ Roses, fish ’n chips"),
            ("'Twas the '90s, not the 1980's; class of '68", "’Twas the ’90s, not the 1980’s; class of ’68"),
            ("the class of '68 said 'no'", "the class of ’68 said ‘no’"),
            ("'68 is over,' he said", "‘68 is over,’ he said"), ("'Cause I say so", "’Cause I say so"),
            ("'Cause and effect' is back", "‘Cause and effect’ is back"), ("Saif al-'Arab", "Saif al-’Arab"),
            ("'The dogs' bowls are full,' he said", "‘The dogs’ bowls are full,’ he said"),
            ("goin' home", "goin’ home"), ("Qur'an", "Qur’an"), ("'em", "’em"),
        ])
    func apostrophes(sent: String, expected: String) { #expect(Self.british(sent) == expected) }

    @Test(
        "Measures, thousands, codes and addresses stay as they were sent",
        arguments: [
            "He's 6'2\"".replacing("'s", with: "’s"), "6'2\", 5' 10\" and 15\"x20\"", "a 27\" screen", "1'000'000",
            "10-12", "2-1", "3 - 1", "$5 - $7", "10% - 12%", "020 7946-0000", "-5 degrees", "from -5 to -1",
            "a well-known two- and three-year plan", "---", "- item", "-- item", "one\n- two", "--help", "1990--2000",
            "http://example.org/it's--a-test", "www.example.org/o'neill--x", "o'neill@example.org", "5 - 3 = 2",
            "a \" b", "\"\"", "''", "\"\"\"", "'''x'''", "word\"word", "“don’t” – ‘x’ – it’s",
            "https://example.org/a-b--c?d=e'f", "", "plain",
        ])
    func unchanged(_ text: String) { #expect(Self.british(text) == text) }

    @Test(
        "Quotations begin and end where their neighbors say so",
        arguments: [
            ("(\"Rain\")", "(“Rain”)"), ("\"'Rain,' he said\"", "“‘Rain,’ he said”"),
            ("\"He said 'no'\"", "“He said ‘no’”"), ("\"He said \"no\"\"", "“He said ‘no’”"),
            ("'He said \"no\" to me'", "‘He said “no” to me’"), ("''Rain'' fell", "“Rain” fell"),
            ("\"...and then,\" he said", "“...and then,” he said"), ("\"Yes...\"", "“Yes...”"),
            ("\"born in 1984\" and \"died in 2000\"", "“born in 1984” and “died in 2000”"),
            ("\"He's 6'2\",\" she said", "“He’s 6'2\",” she said"), ("the \"PM\"s car", "the “PM”s car"),
            ("\"One\"-\"Two\"", "“One”-“Two”"), ("\"One\"/\"Two\"", "“One”/“Two”"),
            ("He said,\"Go.\" Now", "He said,“Go.” Now"), ("\"Open, never closed", "“Open, never closed"),
            ("never opened,\" he said", "never opened,” he said"), ("[\"Rain\"]", "[“Rain”]"),
            ("\u{200F}\"Rain\"\u{200F}", "\u{200F}“Rain”\u{200F}"),
            ("\"Rain\"\u{A0}-\u{A0}\"Sun\"", "“Rain”\u{A0}–\u{A0}“Sun”"),
            ("see \"http://example.org/a'b\".", "see “http://example.org/a'b”."),
            ("'O'Neill's' is a pub", "‘O’Neill’s’ is a pub"), ("\"One.\n\"Two.\"", "“One.\n“Two.”"),
            ("\"They said 'not yet' twice.", "“They said ‘not yet’ twice."),
        ])
    func quotations(sent: String, expected: String) { #expect(Self.british(sent) == expected) }

    @Test(
        "Hyphens between words become dashes",
        arguments: [
            ("Rain - at last", "Rain – at last"), ("Rain -- at last", "Rain – at last"),
            ("Rain--at last", "Rain – at last"), ("\"I never--\"", "“I never—”"), ("I never--", "I never—"),
            ("(AP) -- The trial", "(AP) – The trial"), ("in 2014 - a record", "in 2014 – a record"),
            ("\"Rain\" - 'Sun'", "“Rain” – ‘Sun’"), ("Rain-- at last", "Rain– at last"),
            ("5% - a record", "5% – a record"),
            ("a--b--c", "a – b – c"), ("\"No\"--\"Yes\"", "“No” – “Yes”"),
        ])
    func dashes(sent: String, expected: String) { #expect(Self.british(sent) == expected) }

    @Test("A text stays the same if it is shown twice", arguments: ["en-US", "de", "fr", "ru", "nl", "he", "ja"])
    func stable(_ tag: String) {
        let sent = "\"It's - 'rock 'n' roll',\" he said -- \"1980's.\" «A» „b“ צה\"ל"
        let once = Typography.of(tag).text(sent)
        #expect(Typography.of(tag).text(once) == once)
    }

    @Test("Only marks change, whatever the text is")
    func anyText() {
        let pieces = [
            "'", "\"", "-", " ", "\n", "a", "B", "1", "%", "(", ")", ",", ".", "«", "»", "“", "”", "ש", "ה", "日", "و",
            "é", "http://a.b/", "@", "www.", "90s", "n", "—", "\u{200F}", "\u{301}", "비", "/",
        ]
        var random = SplitMix(state: 7)
        let letters = { (text: String) in
            text.unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
        }
        for number in 0..<6_000 {
            let tag = ["en", "de", "fr", "he", "ja", "ru"][number % 6]
            let text = (0..<(1 + Int(random.next() % 16))).map { _ in
                pieces[Int(random.next() % UInt64(pieces.count))]
            }.joined()
            let shown = Typography.of(tag).text(text)
            #expect(Array(letters(shown)) == Array(letters(text)), "\(text.debugDescription)")
        }
    }

    @Test(
        "Many marks take time in proportion to their number",
        arguments: ["\"a ", "'a ", "a\" ", "a' ", "\"", "'\"", " - ", "a@b'", "1\" "])
    func effort(_ piece: String) {
        let text = String(repeating: " 'a", count: 20_000) + String(repeating: piece, count: 60_000)
        let started = ContinuousClock.now
        _ = Typography.of("de").text(text)
        #expect(ContinuousClock.now - started < .seconds(15))
    }
}
