import Newsroom

extension Refusal {
    static let notAPicture = Refusal(.picture(.unknownFormat))

    /// The reason why a file with these first bytes is not accepted.
    static func notAccepted(head: [UInt8]) -> Refusal {
        if head.isEmpty { return Refusal(.picture(.empty)) }
        if head.first(where: { !$0.isSpace }) == UInt8(ascii: "<") { return Refusal(.picture(.vectorDrawing)) }
        return head.isOfFilm ? Refusal(.picture(.film)) : notAPicture
    }

    static let damagedPicture = Refusal(.picture(.damaged))

    static let fileTooLarge = Refusal(
        .picture(.fileTooLarge), [.megabytes: .number(OriginalFile.largestFile / 1_000_000)])

    static let tooManyPixels = Refusal(
        .picture(.tooManyPixels),
        [
            .megapixels: .number(Inspection.mostPixels / 1_000_000), .side: .number(Inspection.longestSide),
        ])

    static let tooLaborious = Refusal(.picture(.tooLaborious))
}

extension UInt8 {
    /// White space, or a byte of the mark at the beginning of a text in UTF-8.
    fileprivate var isSpace: Bool { [0x09, 0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF].contains(self) }
}

extension [UInt8] {
    /// Whether a video or a sound begins with these bytes: MP4 and QuickTime (but not HEIF, which is a picture),
    /// Matroska and WebM, Ogg, FLAC, MP3, AVI and WAVE.
    fileprivate var isOfFilm: Bool {
        func has(_ text: String, at place: Int) -> Bool { dropFirst(place).starts(with: text.utf8) }
        if has("ftyp", at: 4) { return !["heic", "heix", "mif1", "msf1", "avif"].contains { has($0, at: 8) } }
        return starts(with: [0x1A, 0x45, 0xDF, 0xA3]) || has("OggS", at: 0) || has("fLaC", at: 0) || has("ID3", at: 0)
            || starts(with: [0xFF, 0xFB]) || has("RIFF", at: 0) && (has("AVI ", at: 8) || has("WAVE", at: 8))
    }
}
