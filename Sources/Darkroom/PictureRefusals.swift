import Newsroom

extension Refusal {
    static let notAPicture = Refusal(.picture(.unknownFormat))

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
