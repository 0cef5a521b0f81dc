import Foundation
import Newsroom

/// The program and what it works with.
extension RefusalSentences {
    static func request(_ code: Refusal.RequestCode, _ refusal: Refusal) -> String {
        switch code {
        case .fromAnotherSite: "This was sent from another site, so it was not carried out."
        case .tooLarge:
            "This is more than \(refusal.digits(.kilobytes)) KB, which is more than can be taken here."
        case .noForm: "This address takes forms (application/x-www-form-urlencoded) only."
        case .tooManyFields: "This form has more fields than any form here."
        case .tooSoon:
            "That was a lot in a short time. Please wait \(duration(refusal.number(.seconds))) and send it again."
        }
    }

    private static func duration(_ seconds: Int) -> String {
        if seconds < 90 { return seconds == 1 ? "a second" : "\(seconds) seconds" }
        return "\((seconds + 59) / 60) minutes"
    }

    static func service(_ code: Refusal.ServiceCode) -> String {
        switch code {
        case .bodiesFull: "More is being sent than can be taken in at the moment. Please try again in a few seconds."
        case .responsesFull: "More is being read than can be sent at the moment. Please try again in a few seconds."
        case .listenersFull: "More are listening than can be told at the moment."
        case .listenersFromHere: "From here, as many are listening as may."
        case .storageFailed: "Nothing can be stored at the moment, so nothing was changed. Please try again soon."
        case .tooManyWriters:
            "More is being sent than can be stored at the moment. Please try again in a few seconds."
        case .databaseHeldUp:
            "The newspaper's database is held up by something that takes long, so nothing was changed. Please try again soon."
        case .databaseUnreachable:
            "The newspaper's database cannot be reached, so nothing was changed. Please try again soon."
        case .outcomeUnknown:
            "The newspaper's database went away before it said whether this was stored. Please send it again: what is there already is not stored twice."
        case .picturesUnreachable:
            "The newspaper's pictures cannot be reached at the moment. Please try again soon."
        }
    }

    static func picture(_ code: Refusal.PictureCode, _ refusal: Refusal) -> String {
        switch code {
        case .unknownFormat: "This is not a picture that can be taken: JPEG, PNG, GIF, WebP or TIFF."
        case .damaged: "This picture is damaged and cannot be opened."
        case .fileTooLarge: "A picture's file may have up to \(refusal[.megabytes]) MB; this one has more."
        case .tooManyPixels:
            "A picture may have up to \(refusal[.megapixels]) megapixels and \(refusal[.side]) pixels a side; this one has more."
        case .tooLaborious:
            "This picture takes more memory or time to open than one picture is given; please save it smaller."
        }
    }

    static func delivery(_ code: Refusal.DeliveryCode, _ refusal: Refusal) -> String {
        switch code {
        case .withdrawnForGood:
            "\(refusal[.guid]) was withdrawn; version \(refusal.digits(.version)) does not bring it back"
        case .underEmbargo: "This is under embargo until \(refusal[.time]); please take it in again after that."
        case .noPictureFile: "The picture's file does not lie beside its item."
        }
    }

    static func database(_ code: Refusal.DatabaseCode, _ refusal: Refusal) -> String {
        switch code {
        case .newer:
            """
            This database was made by a newer Broadsheet (schema \(refusal[.schema]), this one knows \(refusal[.known])). \
            Please start that one, or one that is newer still.
            """
        case .foreign:
            """
            This database holds tables that Broadsheet has not made (\(refusal[.reason])). Broadsheet needs a database of \
            its own, in which nothing is yet.
            """
        case .locked:
            "Something keeps the tables of the database locked, perhaps a backup. Please start again when it is over."
        case .ofAnotherKey:
            """
            This database belongs with another secret.key. Copy that of the data folder from which it was first served into \
            the folder that --data names, and broadsheet.json with it.
            """
        }
    }

    static func move(_ code: Refusal.MoveCode, _ refusal: Refusal) -> String {
        let table = refusal[.table].replacing("_", with: " ")
        return switch code {
        case .targetNotEmpty:
            """
            The target is not empty: there are \(table) in it. A move goes into a database of its own, or one that was \
            served without anything being stored.
            """
        case .overtaken: "Another move into the same database has begun meanwhile; this one ends here."
        case .notText:
            """
            The row of \(table) with number \(refusal[.key]) has a text that is not UTF-8, or has a NUL in it. Please put \
            it right first; nothing of it was moved.
            """
        }
    }
}

extension Refusal {
    /// A value as a sentence says it; nothing where it is missing.
    subscript(_ name: Name) -> String {
        switch values[name] {
        case .number(let number): number.grouped
        case .text(let text): text
        case .time(let time): time.ISO8601Format()
        case nil: ""
        }
    }

    /// A number; 0 where it is missing.
    func number(_ name: Name) -> Int { if case .number(let number) = values[name] { number } else { 0 } }

    /// A number without a comma in it: of a version, or of kilobytes.
    func digits(_ name: Name) -> String { String(number(name)) }
}
