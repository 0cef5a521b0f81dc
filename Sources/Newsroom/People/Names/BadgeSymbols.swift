/// Symbols that no name may contain, because readers take them for a badge that the newspaper gave: a mark of its
/// staff, a verified account, a rank or an office. Other symbols, emoji and the flags of countries are free.
enum BadgeSymbols {
    static func contains(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0xA9 && all.contains { $0.contains(scalar.value) }
    }

    private static let all = checkmarks + stars + flags + decorations + boxes + signs

    /// The usual badge of a verified account. The last two are a root sign and a check mark of the Aegean scripts.
    private static let checkmarks: [ClosedRange<UInt32>] = [
        0x2713...0x2714, 0x2611...0x2611, 0x2705...0x2705, 0x237B...0x237B, 0x1F5F8...0x1F5F9, 0x1FBB1...0x1FBB1,
        0x221A...0x221A, 0x10102...0x10102,
    ]
    /// Ranks, and whatever is best.
    private static let stars: [ClosedRange<UInt32>] = [
        0x2605...0x2606, 0x2726...0x2727, 0x2729...0x2730, 0x2734...0x2739, 0x269D...0x269D, 0x22C6...0x22C6,
        0x066D...0x066D, 0x2B50...0x2B52, 0x1F31F...0x1F31F, 0x1F7C0...0x1F7D4,
    ]
    /// Plain flags, with which moderators mark what they look at.
    private static let flags: [ClosedRange<UInt32>] = [0x2690...0x2691, 0x26FF...0x26FF, 0x1F6A9...0x1F6A9]
    /// Offices and honors: shields, crowns, medals, cups and rosettes.
    private static let decorations: [ClosedRange<UInt32>] = [
        0x1F6E1...0x1F6E1, 0x26E8...0x26E8, 0x1F530...0x1F531, 0x1F451...0x1F451, 0x269C...0x269C,
        0x1F396...0x1F397, 0x1F3C5...0x1F3C6, 0x1F3F5...0x1F3F5, 0x1F947...0x1F949, 0x1F4A0...0x1F4A0,
    ]
    /// Words in boxes and circles, which fonts show like badges.
    private static let boxes: [ClosedRange<UInt32>] = [
        0x2139...0x2139, 0x1F6C8...0x1F6C8, 0x1F16A...0x1F16F, 0x1F18A...0x1F1AD,
    ]
    /// Signs of registered names, such as ©, ® and ™.
    private static let signs: [ClosedRange<UInt32>] = [
        0xA9...0xA9, 0xAE...0xAE, 0x2117...0x2117, 0x2120...0x2120, 0x2122...0x2122,
    ]
}
