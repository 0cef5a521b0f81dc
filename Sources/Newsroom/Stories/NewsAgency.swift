/// Recognizes the names of news agencies, which are organizations and sign datelines.
package enum NewsAgency {
    /// Whether a text is the name of a known agency, also with a regional service: `dpa/bb`, `Reuters Life!`.
    package static func isKnown(_ name: String) -> Bool {
        let plain = String(name.foldedName.filter { $0 != "." })
        guard plain.utf8.count <= 100 else { return false }
        if names.contains(plain) { return true }
        let ends = plain.indices.filter { "/- ".contains(plain[$0]) }
        return ends.contains { names.contains(String(plain[..<$0])) }
    }

    private static let names: Set<String> = [
        "aa", "aap", "adnkronos", "afp", "agence france-presse", "agerpres", "agi", "ahn", "amna", "anadolu",
        "anadolu agency", "ana-mpa", "ani", "anp", "ansa", "ap", "apa", "aps", "associated press", "ata", "ats",
        "askanews", "azertac", "business wire", "globenewswire", "pr newswire", "prnewswire", "belga", "belta",
        "bernama", "bloomberg", "bloomberg news", "bns", "bss", "bta", "canadian press",
        "cna", "cp", "čtk", "ctk", "cns", "delfi", "dha", "dow jones", "dpa", "dpa-afx", "ecns", "efe", "ela", "elta",
        "epa",
        "epd", "europa press", "fena", "hina", "ians", "ina", "interfax", "irna", "isna", "itar-tass", "jiji",
        "jiji press",
        "kazinform", "kcna", "keystone-sda", "kna", "kuna", "kyodo", "kyodo news", "la presse canadienne", "leta",
        "lusa",
        "map", "mena", "mia", "mti", "nan", "notimex", "ntb", "pa", "pa media", "pap", "petra", "pna", "prensa latina",
        "press association", "press trust of india", "pti", "qna", "reuters", "ria", "ria novosti", "ritzau", "rna",
        "sana",
        "sapa", "sda", "sid", "spa", "sputnik", "sta", "stt", "tanjug", "tap", "tasr", "tass", "telam", "télam",
        "the associated press", "the canadian press", "thomson reuters", "tt", "ukrinform", "unian", "uni", "upi",
        "vna",
        "wafa", "wam", "xinhua", "yonhap", "интерфакс", "רויטרס", "рейтер", "риа новости", "тасс", "укрінформ",
        "يونهاب",
        "رويترز",
        "أ ف ب", "أ ب", "د ب أ", "سانا", "وام", "واس", "وفا", "قنا", "كونا", "新华社", "共同", "時事", "ロイター",
    ]
}
