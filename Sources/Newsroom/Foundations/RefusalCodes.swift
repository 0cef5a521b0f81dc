extension Refusal {
    /// Text that somebody typed or that an agency sent. The value `text` names its subject.
    package enum TextCode: String, RefusalCode {
        case missing, tooShort, tooLong, unprintable, tooManyMarks, notUTF8, noEmailAddress

        package var kind: Kind { .invalid }
    }

    package enum PasswordCode: String, RefusalCode {
        case length, repetition, tooFewCharacters, keyRow, emailAddress, common

        package var kind: Kind { .invalid }
    }

    package enum SignInCode: String, RefusalCode {
        /// Stands for a wrong password, an unknown address and a removed member of staff alike.
        case wrongPassword
        /// The request is for staff only, and the client is not signed in.
        case signedOut
        /// Too many password checks are waiting.
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

    /// A URL or a form names something that does not exist.
    package enum MissingCode: String, RefusalCode {
        case address, story, topic, page, order, version, earlierVersion, picture, file
        case comment, answeredComment, deskCase, ruling, bulkRuling, redaction, receipt, invitation, job, draft
        case savedDraft, draftNote, person, download, liveEntry, suggestion, agencyVersion

        package var kind: Kind { .notFound }
    }

    package enum StoryCode: String, RefusalCode {
        case withdrawn, noSuchVersion
        /// The story has another version than the page showed.
        case changed
        case notWithdrawn, withdrawnByAgency
        /// Of an agency's version that waited for an editor's word.
        case noLongerWaiting
        /// The story cannot become a draft again.
        case isDraft, fromAgency, hasComments, tooLateToUnpublish

        package var kind: Kind {
            switch self {
            case .withdrawn: .gone
            case .noSuchVersion: .invalid
            case .changed, .notWithdrawn, .withdrawnByAgency, .noLongerWaiting, .isDraft, .fromAgency, .hasComments,
                .tooLateToUnpublish:
                .conflict
            }
        }
    }

    /// A comment cannot be posted under its name, or edited.
    package enum CommentCode: String, RefusalCode {
        case ofAnotherBrowser, takenDown, redacted, discussionClosed, timeOver, changedMeanwhile
        /// Readers could take the comment for one by the desk.
        case nameOfDesk

        package var kind: Kind {
            switch self {
            case .nameOfDesk: .invalid
            case .ofAnotherBrowser: .forbidden
            case .takenDown, .redacted, .discussionClosed, .timeOver: .closed
            case .changedMeanwhile: .conflict
            }
        }
    }

    /// Refusals to delete a comment, and to show an erased one.
    package enum DeletionCode: String, RefusalCode {
        case ofAnotherBrowser, takenDown, timeOver, erased

        package var kind: Kind {
            switch self {
            case .ofAnotherBrowser: .forbidden
            case .takenDown, .timeOver: .closed
            case .erased: .gone
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
        case noOutcome, noClause, noRequest, notHeld, unfitting, ruledMeanwhile, unreadText, undoneAlready, overtaken
        case claimed, forEditors, notPublished, escalatedAlready
        /// A note that is neither about the comment nor about the name.
        case noNoteSubject
        /// A decision on many cases.
        case noCases, tooManyCases, confirmedAlready, ownDecision, authorLeft
        /// A reply by the desk to a comment that readers do not see.
        case notAnswerable
        /// The commenter has removed the comment; or asks for that, so that the case is decided on its own, by somebody who
        /// read the request.
        case removedByAuthor, askedByAuthor, unreadRequest
        /// A member of staff has as many saved views of the queue as there may be.
        case tooManyViews

        package var kind: Kind {
            switch self {
            case .noOutcome, .noClause, .noRequest, .notHeld, .unfitting, .notPublished, .noNoteSubject, .noCases,
                .tooManyCases, .tooManyViews:
                .invalid
            case .ruledMeanwhile, .unreadText, .undoneAlready, .overtaken, .claimed, .escalatedAlready,
                .confirmedAlready, .authorLeft, .notAnswerable, .removedByAuthor, .askedByAuthor, .unreadRequest:
                .conflict
            case .forEditors, .ownDecision: .forbidden
            }
        }
    }

    package enum RedactionCode: String, RefusalCode {
        case noPassage, notInText, wholeText, blackAlready, takenDown, changedMeanwhile, undoneAlready, overtaken

        package var kind: Kind {
            switch self {
            case .noPassage, .notInText, .wholeText, .blackAlready: .invalid
            case .takenDown, .changedMeanwhile, .undoneAlready, .overtaken: .conflict
            }
        }
    }

    package enum JobCode: String, RefusalCode {
        case running

        package var kind: Kind { .conflict }
    }

    package enum DraftCode: String, RefusalCode {
        /// A field of the form is not understood, or there is too much of something.
        case noCredit, noStory, noPicture, noLanguage, noTime, skippedTime, doubleTime, tooManyTopics, tooManyCredits
        case tooManyNotes
        /// A correction or a clarification needs a note to readers.
        case noCorrectionNote
        /// Checks stop the publication.
        case hasProblems
        /// Somebody else has saved or taken over since the form was made, or the draft has another state.
        case changedMeanwhile, takenOver, otherState
        /// An agency has sent a newer version of the story, which the draft does not contain.
        case storyChanged
        /// The draft belongs to somebody else, or has been scheduled or published.
        case closedToYou
        /// Another member of staff has signed in with the browser since the page was made.
        case otherPerson

        package var kind: Kind {
            switch self {
            case .noCredit, .noStory, .noPicture, .noLanguage, .noTime, .skippedTime, .doubleTime, .tooManyTopics,
                .tooManyCredits, .tooManyNotes, .noCorrectionNote, .hasProblems:
                .invalid
            case .changedMeanwhile, .takenOver, .otherState, .storyChanged: .conflict
            case .closedToYou, .otherPerson: .forbidden
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
