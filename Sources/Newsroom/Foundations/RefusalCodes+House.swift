extension Refusal {
    /// A request that is not taken, whatever it asks for.
    package enum RequestCode: String, RefusalCode {
        case fromAnotherSite, tooLarge, noForm, tooManyFields, tooSoon

        package var kind: Kind {
            switch self {
            case .fromAnotherSite: .forbidden
            case .tooLarge: .tooLarge
            case .noForm, .tooManyFields: .invalid
            case .tooSoon: .tooSoon
            }
        }
    }

    /// The program cannot do now what it does at other times.
    package enum ServiceCode: String, RefusalCode {
        case bodiesFull, responsesFull, listenersFull, listenersFromHere
        case storageFailed, tooManyWriters, databaseHeldUp, databaseUnreachable, outcomeUnknown, picturesUnreachable

        package var kind: Kind {
            switch self {
            case .listenersFromHere: .tooSoon
            case .bodiesFull, .responsesFull, .listenersFull, .storageFailed, .tooManyWriters, .databaseHeldUp,
                .databaseUnreachable, .outcomeUnknown, .picturesUnreachable:
                .unavailable
            }
        }
    }

    package enum PictureCode: String, RefusalCode {
        case unknownFormat, damaged, fileTooLarge, tooManyPixels, tooLaborious

        package var kind: Kind {
            switch self {
            case .unknownFormat, .damaged: .invalid
            case .fileTooLarge, .tooManyPixels, .tooLaborious: .tooLarge
            }
        }
    }

    /// An item of a wire is not taken in.
    package enum DeliveryCode: String, RefusalCode {
        case withdrawnForGood, underEmbargo, noPictureFile

        package var kind: Kind {
            switch self {
            case .withdrawnForGood: .conflict
            case .underEmbargo, .noPictureFile: .invalid
            }
        }
    }

    /// A database that this program cannot serve from.
    package enum DatabaseCode: String, RefusalCode {
        case newer, foreign, locked, ofAnotherKey

        package var kind: Kind {
            switch self {
            case .newer, .foreign, .ofAnotherKey: .conflict
            case .locked: .unavailable
            }
        }
    }

    /// A move from one database into another one.
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
