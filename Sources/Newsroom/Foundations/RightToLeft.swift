/// The scripts that run from right to left, and the languages that are usually written in them.
///
/// The scripts are those of ISO 15924 that Unicode classifies as right-to-left. The languages come from the
/// likely subtags of CLDR 42 (`likelySubtags.xml`); those that CLDR does not list, and three-letter codes,
/// come from ISO 639-3. CLDR assumes Latin letters for Kurdish, but in Iraq and Iran it is printed in Arabic
/// letters. All codes are in lower case.
enum RightToLeft {
    static let scripts: Set<String> = [
        "adlm", "arab", "aran", "armi", "avst", "chrs", "cprt", "elym", "gara", "hatr", "hebr", "hung", "khar",
        "lydi", "mand", "mani", "mend", "merc", "mero", "narb", "nbat", "nkoo", "orkh", "ougr", "palm", "phli",
        "phlp", "phlv", "phnx", "prti", "rohg", "samr", "sarb", "sogd", "sogo", "syrc", "syre", "syrj", "syrn",
        "thaa", "yezi",
    ]

    /// Whether a language is written from right to left if its tag names no script. The region can decide;
    /// any other value of `region` is ignored.
    static func isWritten(_ language: String, in region: String?) -> Bool {
        let short = shorter[language] ?? language
        if let region, there[short]?.contains(region) == true { return true }
        if let region, elsewhere[short]?.contains(region) == true { return false }
        return languages.contains(short)
    }

    private static let languages: Set<String> = [
        "ae", "aeb", "ajt", "apc", "apd", "ar", "ara", "arc", "arq", "ars", "ary", "arz", "ave", "avl", "bal",
        "bej", "bft", "bgn", "bqi", "brh", "cja", "ckb", "dcc", "dgl", "div", "dv", "fa", "fas", "fia", "fub",
        "gbz", "gjk", "gju", "glk", "gwc", "gwt", "haz", "he", "heb", "hnd", "hno", "iw", "ji", "kas", "kby",
        "khw", "ks", "kvx", "kxp", "kzh", "lad", "lah", "lki", "lrc", "luz", "mde", "mfa", "mki", "mvy", "myz",
        "mzn", "nqo", "oru", "ota", "otk", "oui", "pal", "per", "phl", "phn", "pra", "prd", "ps", "pus", "rhg",
        "rmt", "scl", "sd", "sdh", "shu", "skr", "smp", "sog", "swb", "syr", "trw", "ug", "ur",
        "urd", "wni", "xco", "xld", "xmn", "xmr", "xna", "xpr", "xsa", "yi", "yid", "zdj",
        // Arabic dialects from Morocco to Uzbekistan.
        "aao", "abh", "abv", "acm", "acq", "acw", "acx", "acy", "adf", "afb", "ajp", "arb", "auz", "ayh", "ayl",
        "ayn", "ayp", "pga", "sqr", "ssh", "xaa",
        // Written in Arabic letters, from Anatolia to Kashmir and Turkestan.
        "aiq", "azb", "bcc", "bgp", "bsk", "chg", "deh", "dmk", "dml", "hac", "jat", "klj", "kmz", "lrl", "lss",
        "ntz", "pbt", "pbu", "pes", "phr", "pnb", "prs", "pst", "qxq", "soj", "tks", "ush", "uzs", "wne", "xhe",
        "xka", "xqa", "ydg",
        // Written in Hebrew letters.
        "aju", "hbo", "itk", "jpa", "jpr", "jrb", "jye", "tmr", "ydd", "yhd", "yih", "yud",
        // Written in Syriac, Mandaic and Samaritan letters.
        "aii", "aij", "amw", "bhn", "cld", "hrt", "lsd", "mid", "oar", "sam", "syc", "tru",
    ]

    /// Languages usually written from left to right, with the regions that write them from right to left.
    private static let there: [String: Set<String>] = [
        "az": ["iq", "ir"], "ha": ["cm", "sd"], "kk": ["af", "cn", "ir", "mn"], "ku": ["iq", "ir", "lb"], "ky": ["cn"],
        "man": ["gn"], "ms": ["cc"], "pa": ["pk"], "tg": ["pk"], "uz": ["af"],
    ]

    /// Languages usually written from right to left, with the regions that write them from left to right.
    private static let elsewhere: [String: Set<String>] = ["sd": ["in"], "ug": ["kz", "mn"]]

    /// Alternative codes of languages in the two tables above.
    private static let shorter = [
        "aze": "az", "hau": "ha", "kaz": "kk", "kir": "ky", "kmr": "ku", "kur": "ku", "may": "ms", "msa": "ms",
        "pan": "pa", "snd": "sd", "tgk": "tg", "uig": "ug", "uzb": "uz", "zlm": "ms",
    ]
}
