/// The words that the desk shows only when asked for, unless the site has a list of its own: strong English slurs and
/// threats, with their plurals. Words that are common in other senses are left out.
enum StandardMasks {
    /// Stands for these words in the setting.
    static let name = "standard"

    static let phrases = slurs + threats

    private static let slurs = [
        "nigger", "niggers", "nigga", "niggas", "faggot", "faggots", "fag", "fags", "kike", "kikes",
        "gook", "gooks", "spic", "spics", "wetback", "wetbacks", "raghead", "ragheads", "towelhead", "towelheads",
        "paki", "pakis", "tranny", "trannies", "shemale", "shemales", "retard", "retards", "retarded", "cunt", "cunts",
        "whore", "whores", "subhuman", "subhumans",
    ]

    private static let threats = [
        "kill you", "kill yourself", "kill him", "kill her", "kill them", "kys", "rape you", "rape her", "shoot you",
        "stab you", "hang you", "burn you", "beat you up", "hurt you", "gas them", "you will die", "you should die",
        "hope you die", "know where you live",
    ]
}
