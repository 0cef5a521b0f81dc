import Newsroom
import Testing

@Suite("Languages", .timeLimit(.minutes(1)))
struct LanguageTests {
    @Test(
        "Tags are normalized as BCP 47 writes them",
        arguments: [
            ("en", "en"), ("ar_EG", "ar-EG"), ("AR-eg", "ar-EG"), ("zh_hans_cn", "zh-Hans-CN"), ("ES-419", "es-419"),
            ("de-ch-1996", "de-CH-1996"), ("en-US-X-TWAIN", "en-US-x-twain"), ("ar_EG-u-NU-latn", "ar-EG-u-nu-latn"),
            ("sl-ROZAJ-biske", "sl-rozaj-biske"),
        ])
    func tags(_ typed: String, _ tag: String) {
        #expect(Language(tag: typed)?.tag == tag)
    }

    @Test(
        "An invalid tag is refused",
        arguments: [
            "", "a", "_", "-", "ar_", "_EG", "ar__EG", "ar-_EG", "ar EG", "ar_EG.UTF-8", "12", "a1-EG", "englishish",
            "en-abcdefghi", "é", "x-private", "en-\u{661}", String(repeating: "en-", count: 12) + "en",
        ])
    func refused(_ typed: String) { #expect(Language(tag: typed) == nil) }

    @Test(
        "Languages are right-to-left by their named or likely script",
        arguments: [
            "ar", "ar-EG", "ar_EG", "AR_eg", "ar-SA-u-nu-latn", "he", "iw", "heb", "ara", "fa", "fas", "per", "prs",
            "pes", "fa-AF", "ur",
            "urd", "pnb", "lah", "skr", "ps", "pus", "pbt", "sd", "snd", "sd-PK", "ks", "kas", "ks-IN", "ug", "uig",
            "ug-CN", "dv", "div", "yi",
            "yid", "ji", "ydd", "ckb", "sdh", "ku-IQ", "ku-Arab", "kur-IR", "pa-PK", "pan_PK", "pa-Arab", "uz-AF",
            "uz-Arab", "az-IR",
            "az-Arab", "azb", "ha-Arab", "ha-SD", "ms-Arab", "ms-CC", "mzn", "glk", "lrc", "bqi", "bal", "bgn", "haz",
            "khw", "bft",
            "rhg", "rhg-Rohg", "man-Nkoo", "nqo", "ff-Adlm", "FF-ADLM", "aii", "syc", "syr", "sam", "smp", "lad", "jrb",
            "jpr", "arz", "apc",
            "ary", "arb", "arc", "kk-CN", "kk-Arab", "ky-CN", "tg-PK", "en-Hebr", "und-Arab", "ar-arz", "ar-arz-EG",
            "hbo", "ota",
            "so-Arab", "tr-Arab", "ur-Aran", "mid", "phn", "otk",
        ])
    func rightToLeft(_ tag: String) throws {
        #expect(try #require(Language(tag: tag)).direction == .rightToLeft)
        #expect(try #require(Language(tag: tag.uppercased())).direction == .rightToLeft)
    }

    @Test(
        "All other languages are left-to-right",
        arguments: [
            "en", "en-US", "de", "pa", "pa-IN", "pa-Guru", "uz", "uz-UZ", "az", "az-AZ", "ku", "ku-TR", "ha", "ha-NG",
            "ms", "ms-MY",
            "sd-IN", "sd-Deva", "sd-Deva-PK", "ks-Deva", "ug-KZ", "ug-Cyrl", "ar-Latn", "fa-Latn-IR", "he-Latn", "kk",
            "kk-KZ", "ky", "tg",
            "ff", "man", "zh-Hant", "ja", "th", "en-u-nu-arab", "en-x-arab", "en-US-x-hebr", "de-1996", "mnd", "kmr",
            "yue", "az-Cyrl-IR",
            "es-419", "so", "tr", "und", "mt", "ful",
        ])
    func leftToRight(_ tag: String) throws {
        #expect(try #require(Language(tag: tag)).direction == .leftToRight)
    }
}
