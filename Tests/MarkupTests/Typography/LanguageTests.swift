import Markup
import Testing

@Suite("The typography of languages", .timeLimit(.minutes(1)))
struct LanguageTests {
    @Test(
        "Quotations have the marks of their language, and inner ones the other pair",
        arguments: [
            ("en-GB", "“Rain”, he said, “isn’t ‘weather’.”"), ("en-US", "“Rain”, he said, “isn’t ‘weather’.”"),
            ("de", "„Rain“, he said, „isn’t ‚weather‘.“"),
            ("fr", "«\u{202F}Rain\u{202F}», he said, «\u{202F}isn’t «\u{202F}weather\u{202F}».\u{202F}»"),
            ("fr-CH", "«Rain», he said, «isn’t ‹weather›.»"), ("es", "«Rain», he said, «isn’t “weather”.»"),
            ("es-MX", "“Rain”, he said, “isn’t ‘weather’.”"), ("it", "«Rain», he said, «isn’t “weather”.»"),
            ("pl", "„Rain”, he said, „isn’t «weather».”"), ("sv", "”Rain”, he said, ”isn’t ’weather’.”"),
            ("ru", "«Rain», he said, «isn’t „weather“.»"), ("nl", "‘Rain’, he said, ‘isn’t “weather”.’"),
            ("pt", "“Rain”, he said, “isn’t ‘weather’.”"), ("pt-PT", "«Rain», he said, «isn’t “weather”.»"),
            ("ar", "”Rain“, he said, ”isn’t ’weather‘.“"), ("he", "”Rain”, he said, ”isn’t ’weather’.”"),
            ("ja", "「Rain」, he said, 「isn’t 『weather』.」"), ("zh", "“Rain”, he said, “isn’t ‘weather’.”"),
            ("zh-Hant", "「Rain」, he said, 「isn’t 『weather』.」"), ("tr", "“Rain”, he said, “isn’t ‘weather’.”"),
            ("el", "«Rain», he said, «isn’t “weather”.»"), ("x-unknown", "“Rain”, he said, “isn’t ‘weather’.”"),
        ])
    func quotations(tag: String, expected: String) {
        #expect(Typography.of(tag).text("\"Rain\", he said, \"isn't 'weather'.\"") == expected)
    }

    @Test(
        "Texts of each language",
        arguments: [
            ("en-GB", "'Rain' falls - at last", "‘Rain’ falls – at last"),
            ("en-US", "Rain - at last--falls", "Rain — at last — falls"),
            ("en", "Rain - at last", "Rain — at last"),
            ("de", "\"Das ist's\", sagte er - und '98 war's anders", "„Das ist’s“, sagte er – und ’98 war’s anders"),
            ("de", "'Jonas' Rad', sagte er, 'ist weg'", "‚Jonas’ Rad‘, sagte er, ‚ist weg‘"),
            ("fr", "L'\"été\" n'est pas fini - dit-il", "L’«\u{202F}été\u{202F}» n’est pas fini – dit-il"),
            ("fr", "Il dit: \"C'est l'été.\"", "Il dit: «\u{202F}C’est l’été.\u{202F}»"),
            ("fr", "«Non», a dit \"Jean\"", "«Non», a dit «\u{202F}Jean\u{202F}»"),
            ("es", "\"¿Qué?\", dijo - \"¡nada!\"", "«¿Qué?», dijo – «¡nada!»"),
            ("es", "¿\"Qué\"?", "¿«Qué»?"),
            ("it", "L'anno '98: \"Un po' di pioggia\"", "L’anno ’98: «Un po’ di pioggia»"),
            ("it", "La 'ndrangheta e 'Rossi'", "La ’ndrangheta e “Rossi”"),
            ("pl", "\"Tak\" - powiedział", "„Tak” – powiedział"),
            ("sv", "\"Ja\" - sa han", "”Ja” – sa han"),
            ("ru", "\"Да\" - сказал он", "«Да» — сказал он"),
            ("ru", "Газета «Новости \"Утра\"»", "Газета «Новости „Утра“»"),
            ("uk", "м'ята", "м’ята"),
            ("nl", "'s Avonds zei ze: \"Foto's\"", "’s Avonds zei ze: ‘Foto’s’"),
            ("nl", "'Regen' in 's-Hertogenbosch", "‘Regen’ in ’s-Hertogenbosch"),
            ("pt", "\"Sim\" - disse", "“Sim” – disse"),
            ("ar", "قال: \"نعم\" - ثم خرج", "قال: ”نعم“ – ثم خرج"),
            ("ar", "قالت و\"الجزيرة\" تبث", "قالت و”الجزيرة“ تبث"),
            ("he", "צה\"ל וארה\"ב, ג'ירפה ורח' \"הירקון\"", "צה״ל וארה״ב, ג׳ירפה ורח׳ ”הירקון”"),
            ("he", "כתב ב\"הארץ\" על המנכ\"לית ודו\"חות", "כתב ב”הארץ” על המנכ״לית ודו״חות"),
            ("ja", "彼は\"雨だ\"と言った", "彼は「雨だ」と言った"),
            ("ja", "\"雨だ、'本当'に\"", "「雨だ、『本当』に」"),
            ("zh", "他说，\"下雨了。\"然后走了。", "他说，“下雨了。”然后走了。"),
            ("ko", "\"비\"라고 말했다", "“비”라고 말했다"),
            ("tr", "Ankara'da \"yağmur\" - dedi", "Ankara’da “yağmur” – dedi"),
            ("el", "\"Ναι\" - είπε", "«Ναι» – είπε"),
        ])
    func texts(tag: String, sent: String, expected: String) {
        #expect(Typography.of(tag).text(sent) == expected)
    }
}
