import Foundation
import Newsroom

/// Refusals that concern requests, the service, pictures, deliveries, the database and moving data.
extension RefusalSentences {
    static func request(_ code: Refusal.RequestCode, _ refusal: Refusal) -> String {
        switch code {
        case .fromAnotherSite: "Another site sent this form, so we ignored it."
        case .tooLarge:
            "This is too large. The limit is \(refusal.digits(.kilobytes)) KB."
        case .noForm: "This address accepts only form submissions."
        case .cut: "This form did not arrive completely. Please send it again."
        case .tooManyFields: "This form has too many fields."
        case .tooSoon:
            "\(tooMuch(Admission(rawValue: refusal[.limited]))) Try again in \(duration(refusal.number(.seconds)))."
        }
    }

    private static func tooMuch(_ admission: Admission?) -> String {
        switch admission {
        case .comment: "You're posting too quickly."
        case .edit: "You're editing too quickly."
        case .deletion: "You're deleting too quickly."
        case .report: "You're reporting too quickly."
        case .suggestion: "You're sending suggestions too quickly."
        case .suggestionOnStory: "We're getting too many suggestions about this story."
        case .signInMail, .signInMailOfPair, .signInMailToAddress, .signInMailOfAll, .signInMailFromKnownBrowser:
            "Too many mails with links were asked for."
        case .notificationMail, .notificationMailOfCause: "There were many mails with notifications."
        case .addressChange: "You have asked for several changes of your address in the last hour."
        case .passwordChange: "You have changed your password several times in the last hour."
        case .signIn, .signInToAccount, .signInOfAll, .signInFromKnownBrowser, nil:
            "There were too many attempts to sign in."
        }
    }

    private static func duration(_ seconds: Int) -> String {
        if seconds < 90 { return seconds == 1 ? "1 second" : "\(seconds) seconds" }
        return "\((seconds + 59) / 60) minutes"
    }

    static func job(_ code: Refusal.JobCode) -> String {
        switch code {
        case .running: "This job is running. Wait until the attempt has ended, or drop the job."
        }
    }

    static func service(_ code: Refusal.ServiceCode) -> String {
        switch code {
        case .bodiesFull: "We are receiving too much at the moment. Please try again in a few seconds."
        case .responsesFull: "Too many people are reading at the moment. Please try again in a few seconds."
        case .listenersFull: "There are too many live connections at the moment."
        case .listenersFromHere: "There are too many live connections from your network."
        case .storageFailed: "We cannot save anything at the moment, so nothing was changed. Please try again soon."
        case .tooManyWriters:
            "Too many people are posting at the moment. Please try again in a few seconds."
        case .databaseHeldUp:
            "The newspaper's database is busy, so nothing was changed. Please try again soon."
        case .databaseUnreachable:
            "We cannot reach the newspaper's database, so nothing was changed. Please try again soon."
        case .outcomeUnknown:
            "We lost the newspaper's database before it confirmed this. Please send it again. We do not store it twice."
        case .picturesUnreachable:
            "We cannot reach the newspaper's pictures at the moment. Please try again soon."
        case .noDarkroom:
            "This server cannot open pictures, because it lacks a program. Please tell an admin."
        }
    }

    static func picture(_ code: Refusal.PictureCode, _ refusal: Refusal) -> String {
        switch code {
        case .unknownFormat: "This is not a JPEG, PNG, GIF, WebP or TIFF picture."
        case .vectorDrawing:
            "This is an SVG drawing, or another text file. It may contain scripts. Please save it as PNG or WebP."
        case .film:
            "This is a video or a sound file. Broadsheet cannot host these yet. Upload it elsewhere, and put its "
                + "address into the text, in a paragraph of its own: it becomes a card."
        case .empty: "This file is empty."
        case .damaged: "This picture is damaged and cannot be opened."
        case .tooManyFiles:
            "This file was not added: one upload takes up to \(refusal[.limit]) files. Please send the rest again."
        case .noFile: "Please choose at least one picture."
        case .removed: "This picture is no longer available."
        case .withdrawnFile: "An editor has withdrawn this picture. It cannot be uploaded again."
        case .changedMeanwhile:
            "Somebody has changed this picture meanwhile, so nothing was saved. The form still has what you typed. "
                + "Open the picture in another tab to see the change."
        case .incident:
            "Something went wrong here, so this file was not added. An admin can look up \(refusal[.key]) in the log."
        case .diskFull: "The server has no space left for files. Please tell whoever runs it, and try again later."
        case .endHasPassed:
            "This time has passed, so the picture would disappear at once, for good. Tick the box below if you mean it."
        case .inLibrary: "The library has this file already, as picture \(refusal[.key]). Use that picture instead."
        case .noOriginal:
            "The original of this picture is missing, so we cannot make new files. Please replace the file."
        case .fileTooLarge: "This picture is too large. The limit is \(refusal[.megabytes]) MB."
        case .tooManyPixels:
            "This picture is too large. "
                + "The limit is \(refusal[.megapixels]) megapixels and \(refusal[.side]) pixels a side."
        case .noPercentage: "Please enter a number from 0 to 100, with at most one decimal."
        case .cropIncomplete: "Please fill in all numbers of this group, or none of them."
        case .cropOutsideFrame: "This rectangle leaves the picture. Please make it smaller or move it."
        case .cropTooSmall: "This rectangle is too small. Each side needs at least \(refusal[.minimum]) percent."
        case .tooLaborious:
            "This picture takes too much memory or time to open. Please save it at a smaller size."
        case .tooBusy: "The server has too much other work to make the files of this picture. Please try again soon."
        }
    }

    static func delivery(_ code: Refusal.DeliveryCode, _ refusal: Refusal) -> String {
        switch code {
        case .withdrawnForGood:
            "\(refusal[.guid]) was withdrawn. Version \(refusal.digits(.version)) does not restore it."
        case .noPictureFile: "The picture's file is not in the delivery."
        case .ambiguousPictureFile:
            "Several folders have a picture named \(refusal[.file]), and none of them is the folder of its item."
        }
    }

    static func database(_ code: Refusal.DatabaseCode, _ refusal: Refusal) -> String {
        switch code {
        case .newer:
            """
            A newer Broadsheet made this database: its schema is \(refusal[.schema]), and this version knows \
            \(refusal[.known]). Start the newer Broadsheet, or a later one.
            """
        case .foreign:
            """
            This database contains tables that Broadsheet did not make (\(refusal[.reason])). Broadsheet needs an \
            empty database of its own.
            """
        case .locked:
            "Another connection holds a lock on the database, perhaps a backup. Start again when it has finished."
        case .ofAnotherKey:
            """
            This database belongs to another secret.key. Copy secret.key and broadsheet.json from the data folder that \
            first served it, or from a backup, into the folder that --data names. If the key is lost for good, \
            `broadsheet key accept` accepts a new one; `broadsheet help key accept` says what that costs.
            """
        }
    }

    static func move(_ code: Refusal.MoveCode, _ refusal: Refusal) -> String {
        let table = refusal[.table].replacing("_", with: " ")
        return switch code {
        case .targetNotEmpty:
            """
            The target is not empty: it contains \(table). Nothing is overwritten. Name an empty database or a new \
            folder, or one that was served before anything was stored. If nobody needs what the target holds, back it \
            up and delete it first (dropdb and createdb, or mv on broadsheet.sqlite).
            """
        case .overtaken: "Another move into this database has started, so this one stops."
        case .notText:
            """
            Row \(refusal[.key]) of \(table) contains text that is not UTF-8, or a NUL. Nothing was moved. Correct the \
            row and start again.
            """
        }
    }
}

extension Refusal {
    /// A value in the form that a sentence needs; empty if it is missing.
    subscript(_ name: Name) -> String {
        switch values[name] {
        case .number(let number): number.grouped
        case .text(let text): text
        case .time(let time): time.ISO8601Format()
        case nil: ""
        }
    }

    /// A number, or 0 if it is missing.
    func number(_ name: Name) -> Int { if case .number(let number) = values[name] { number } else { 0 } }

    /// A number without grouping commas, for versions and kilobytes.
    func digits(_ name: Name) -> String { String(number(name)) }
}
