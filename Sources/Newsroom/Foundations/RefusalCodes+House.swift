extension Refusal {
    /// The server does not accept the request, whatever it asks for.
    package enum RequestCode: String, RefusalCode {
        case fromAnotherSite, tooLarge, noForm, cut, tooManyFields, tooSoon

        package var kind: Kind {
            switch self {
            case .fromAnotherSite: .forbidden
            case .tooLarge: .tooLarge
            case .noForm, .cut, .tooManyFields: .invalid
            case .tooSoon: .tooSoon
            }
        }
    }

    /// The server cannot do something at the moment.
    package enum ServiceCode: String, RefusalCode {
        case bodiesFull, responsesFull, listenersFull, listenersFromHere
        case storageFailed, tooManyWriters, databaseHeldUp, databaseUnreachable, outcomeUnknown, picturesUnreachable
        case noDarkroom

        package var kind: Kind {
            switch self {
            case .listenersFromHere: .tooSoon
            case .bodiesFull, .responsesFull, .listenersFull, .storageFailed, .tooManyWriters, .databaseHeldUp,
                .databaseUnreachable, .outcomeUnknown, .picturesUnreachable, .noDarkroom:
                .unavailable
            }
        }
    }

    package enum PictureCode: String, RefusalCode {
        case unknownFormat, vectorDrawing, film, empty, damaged, fileTooLarge, tooManyPixels, tooLaborious, tooBusy
        case tooManyFiles, noFile, removed, withdrawnFile, changedMeanwhile, noOriginal, incident
        case endHasPassed, inLibrary, diskFull
        case noPercentage, cropIncomplete, cropOutsideFrame, cropTooSmall

        package var kind: Kind {
            switch self {
            case .unknownFormat, .vectorDrawing, .film, .empty, .damaged, .noFile, .endHasPassed: .invalid
            case .fileTooLarge, .tooManyPixels, .tooLaborious, .tooManyFiles: .tooLarge
            case .removed, .withdrawnFile: .gone
            case .changedMeanwhile, .noOriginal, .inLibrary: .conflict
            case .incident, .tooBusy, .diskFull: .unavailable
            case .noPercentage, .cropIncomplete, .cropOutsideFrame, .cropTooSmall: .invalid
            }
        }
    }

    /// An item of a delivery is not imported.
    package enum DeliveryCode: String, RefusalCode {
        case withdrawnForGood, noPictureFile, ambiguousPictureFile

        package var kind: Kind {
            switch self {
            case .withdrawnForGood: .conflict
            case .noPictureFile, .ambiguousPictureFile: .invalid
            }
        }
    }

    /// Broadsheet cannot serve from this database.
    package enum DatabaseCode: String, RefusalCode {
        case newer, foreign, locked, ofAnotherKey

        package var kind: Kind {
            switch self {
            case .newer, .foreign, .ofAnotherKey: .conflict
            case .locked: .unavailable
            }
        }
    }

    /// The content of one database cannot be moved into another.
    package enum MoveCode: String, RefusalCode {
        case targetNotEmpty, overtaken, notText

        package var kind: Kind {
            switch self {
            case .targetNotEmpty, .overtaken: .conflict
            case .notText: .invalid
            }
        }
    }
}
