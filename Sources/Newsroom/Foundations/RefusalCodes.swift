extension Refusal {
    /// What somebody typed, or a wire sent. The value `text` says which text.
    package enum TextCode: String, RefusalCode {
        case missing, tooShort, tooLong, unprintable, tooManyMarks, notUTF8, noEmailAddress

        package var kind: Kind { .invalid }
    }

    package enum PasswordCode: String, RefusalCode {
        case length, repetition, tooFewCharacters, keyRow, emailAddress, common

        package var kind: Kind { .invalid }
    }

    package enum SignInCode: String, RefusalCode {
        /// The one answer to a wrong password, an unknown address and somebody who was removed.
        case wrongPassword
        /// Somebody sends what only the staff may send, and is not signed in.
        case signedOut
        /// Too many people wait for the check of their password.
        case tooMany

        package var kind: Kind {
            switch self {
            case .wrongPassword: .invalid
            case .signedOut: .forbidden
            case .tooMany: .unavailable
            }
        }
    }

    package enum StaffCode: String, RefusalCode {
        case unknownRole, notPermitted, addressTaken, unknown, removed, lastAdmin

        package var kind: Kind {
            switch self {
            case .unknownRole: .invalid
            case .notPermitted: .forbidden
            case .addressTaken, .lastAdmin: .conflict
            case .unknown, .removed: .notFound
            }
        }
    }

    /// What an address or a form names is not there.
    package enum MissingCode: String, RefusalCode {
        case address, story, topic, page, order, version, earlierVersion, picture, file
        case comment, answeredComment, deskCase, ruling, receipt

        package var kind: Kind { .notFound }
    }

    package enum StoryCode: String, RefusalCode {
        case withdrawn, noSuchVersion

        package var kind: Kind {
            switch self {
            case .withdrawn: .gone
            case .noSuchVersion: .invalid
            }
        }
    }

    /// A writer changes a comment.
    package enum CommentCode: String, RefusalCode {
        case ofAnotherBrowser, takenDown, discussionClosed, timeOver, changedMeanwhile

        package var kind: Kind {
            switch self {
            case .ofAnotherBrowser: .forbidden
            case .takenDown, .discussionClosed, .timeOver: .closed
            case .changedMeanwhile: .conflict
            }
        }
    }

    package enum ReportCode: String, RefusalCode {
        case noClause, takenDown

        package var kind: Kind {
            switch self {
            case .noClause: .invalid
            case .takenDown: .conflict
            }
        }
    }

    package enum RulingCode: String, RefusalCode {
        case noOutcome, noClause, notHeld, unfitting, ruledMeanwhile, unreadText, undoneAlready, overtaken

        package var kind: Kind {
            switch self {
            case .noOutcome, .noClause, .notHeld, .unfitting: .invalid
            case .ruledMeanwhile, .unreadText, .undoneAlready, .overtaken: .conflict
            }
        }
    }

    package enum DiscussionCode: String, RefusalCode {
        case closed, noDecision

        package var kind: Kind {
            switch self {
            case .closed: .closed
            case .noDecision: .invalid
            }
        }
    }
}
