import Newsroom

extension RefusalSentences {
    static func link(_ code: Refusal.LinkCode, _ refusal: Refusal) -> String {
        switch code {
        case .unknown: "This link is not complete, or it is not ours. Open it from the mail, or copy its whole address."
        case .used: "This link has been used. Each link works once. Please ask for a new one."
        case .expired: "This link is older than \(refusal[.minutes]) minutes. Please ask for a new one."
        case .wrongCode: "That is not the code from our latest mail. \(tries(refusal.number(.limit)))"
        case .notACode: "The code has six digits."
        case .codeSpent:
            "The code does not work anymore, because wrong codes were entered. The link in the mail still works."
        case .otherBrowser:
            "The code works only in the browser that asked for the mail. Open the link in the mail, or ask for a new one here."
        }
    }

    private static func tries(_ left: Int) -> String {
        left == 1 ? "You have 1 try left." : "You have \(left) tries left."
    }

    static func account(_ code: Refusal.AccountCode, _ refusal: Refusal) -> String {
        switch code {
        case .nameOfAccount:
            "This name, or one that looks like it, belongs to a reader with an account. Choose another, or sign in if it is yours."
        case .namedRecently: "You have changed your name less than 14 days ago. You can change it again later."
        case .accountsOnly: "Only readers with an account can comment here. Sign in, or create an account."
        case .sameAddress: "Your account has this address already."
        case .guestsOnly: "This newspaper has no accounts for readers. Sign out to comment."
        case .followsTooMany:
            "You follow \(refusal[.limit]) stories and topics, which is the limit. Stop following some of them first."
        case .mutesTooMany: "You have muted \(refusal[.limit]) people, which is the limit. Unmute some of them first."
        case .muteOfOneself: "You cannot mute yourself."
        case .muteOfStaff: "This person works for the newspaper. Comments by the staff cannot be muted."
        case .noChoice: "Choose what happens to your comments."
        case .ofStaff:
            refusal[.address].isEmpty
                ? "You are on the staff. First, an operator has to remove you from it."
                : "\(refusal[.address]) belongs to a member of the staff. Remove them from the staff first."
        case .unknown: "No reader has an account with the address \(refusal[.address])."
        case .orderedRecently: "You can order your data once an hour. Please try again later."
        }
    }
}
