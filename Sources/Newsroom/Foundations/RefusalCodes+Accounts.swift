extension Refusal {
    /// A mailed link, or its code.
    package enum LinkCode: String, RefusalCode {
        case unknown, used, expired, wrongCode, codeSpent
        /// Something else than six digits.
        case notACode
        /// The browser has not asked for a mail.
        case otherBrowser

        package var kind: Kind {
            switch self {
            case .unknown: .notFound
            case .used, .expired, .codeSpent: .gone
            case .wrongCode, .notACode: .invalid
            case .otherBrowser: .forbidden
            }
        }
    }

    /// Accounts of readers.
    package enum AccountCode: String, RefusalCode {
        /// A guest uses a name that belongs to an account.
        case nameOfAccount
        case namedRecently
        /// The newspaper takes comments only from accounts, or only from guests.
        case accountsOnly, guestsOnly
        case followsTooMany, mutesTooMany, muteOfOneself, muteOfStaff
        /// The new e-mail address is the old one.
        case sameAddress
        /// Nothing was chosen for the comments of an account that ends.
        case noChoice
        /// Accounts of the staff end when they leave the staff.
        case ofStaff
        /// No reader has an account with this address.
        case unknown
        case orderedRecently

        package var kind: Kind {
            switch self {
            case .nameOfAccount, .muteOfOneself, .sameAddress, .noChoice: .invalid
            case .namedRecently, .followsTooMany, .mutesTooMany: .closed
            case .accountsOnly, .guestsOnly, .muteOfStaff, .ofStaff: .forbidden
            case .unknown: .notFound
            case .orderedRecently: .tooSoon
            }
        }
    }
}
