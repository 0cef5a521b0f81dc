import Newsroom

extension Refusal {
    static let notAPicture = Refusal.invalid("This is not a picture that can be taken: JPEG, PNG, GIF, WebP or TIFF.")

    static let damagedPicture = Refusal.invalid("This picture is damaged and cannot be opened.")

    static let fileTooLarge = Refusal(.tooLarge, "A picture's file may have up to 40 MB; this one has more.")

    static let tooManyPixels = Refusal(
        .tooLarge, "A picture may have up to 50 megapixels and 20,000 pixels a side; this one has more.")

    static let tooLaborious = Refusal(
        .tooLarge, "This picture takes more memory or time to open than one picture is given; please save it smaller.")
}
