import Newsroom

/// What each refusal says in English: what is wrong, and what to do about it.
enum RefusalSentences {
    static func sentence(of refusal: Refusal) -> String {
        switch refusal.code {
        case .text(let code): text(code, refusal)
        case .password(let code): password(code, refusal)
        case .signIn(let code): signIn(code)
        case .staff(let code): staff(code, refusal)
        case .missing(let code): missing(code)
        case .story(let code): story(code, refusal)
        case .comment(let code): comment(code)
        case .report(let code): report(code)
        case .ruling(let code): ruling(code, refusal)
        case .discussion(let code): discussion(code)
        case .request(let code): request(code, refusal)
        case .service(let code): service(code)
        case .picture(let code): picture(code, refusal)
        case .delivery(let code): delivery(code, refusal)
        case .database(let code): database(code, refusal)
        case .move(let code): move(code, refusal)
        }
    }

    private static func text(_ code: Refusal.TextCode, _ refusal: Refusal) -> String {
        let label = TextRule.Subject(rawValue: refusal[.text]).map(label(of:)) ?? "This"
        return switch code {
        case .missing: "\(label) is missing."
        case .tooShort: "\(label) needs at least \(refusal[.minimum]) characters."
        case .tooLong:
            "\(label) may have up to \(refusal[.limit]) characters; this one has \(refusal[.length])."
        case .unprintable: "\(label) contains a character that cannot be printed; please remove it."
        case .tooManyMarks: "\(label) has more than \(refusal[.limit]) marks on one letter; please remove some."
        case .notUTF8: "Some characters did not arrive as text; they are shown as \u{FFFD}. Please correct them."
        case .noEmailAddress: "This does not look like an e-mail address: please write it as name@example.org."
        }
    }

    /// How a text is called at the beginning of a sentence.
    private static func label(of subject: TextRule.Subject) -> String {
        switch subject {
        case .commentName: "Your name"
        case .commentText: "Your comment"
        case .reportNote: "Your note"
        case .rulingSentence: "The sentence for the author"
        case .decisionReason: "The reason"
        case .staffName: "The name"
        case .emailAddress: "The e-mail address"
        case .guid: "The guid"
        case .headline: "The headline"
        case .byline: "The byline"
        case .topicName: "The name of a topic"
        case .standfirst: "The summary"
        case .body: "The text"
        case .signOff: "The sign-off"
        case .caption: "The caption"
        case .credit: "The credit"
        case .rights: "A text about rights"
        }
    }

    private static func password(_ code: Refusal.PasswordCode, _ refusal: Refusal) -> String {
        let fault: String
        switch code {
        case .length: return "A password needs \(refusal[.minimum]) to \(refusal[.limit]) characters."
        case .repetition: fault = "This password repeats a short part until it is long enough."
        case .tooFewCharacters: fault = "This password has fewer than \(refusal[.minimum]) different characters."
        case .keyRow:
            fault = "This password is made of characters that follow one another, as on a keyboard or in counting."
        case .emailAddress: fault = "This password is the e-mail address, or a part of it with something added."
        case .common: fault = "This password is one of the most common, or one of them with something added."
        }
        return "\(fault) Please choose one that is hard to guess, such as several unrelated words."
    }

    private static func signIn(_ code: Refusal.SignInCode) -> String {
        switch code {
        case .wrongPassword: "Wrong e-mail address or password."
        case .signedOut: "You are signed out. Please sign in, then send this again."
        case .tooMany: "Too many people are signing in at the moment. Please try again in a few seconds."
        }
    }

    /// The staff with a permission: "moderators, editors and admins".
    private static func people(who permission: String) -> String {
        let roles = Role.ofStaff.filter { $0.permissions.contains { $0.rawValue == permission } }.map {
            "\($0.rawValue)s"
        }
        guard roles.count > 1, let last = roles.last else { return roles.first ?? "nobody" }
        return "\(roles.dropLast().joined(separator: ", ")) and \(last)"
    }

    private static func staff(_ code: Refusal.StaffCode, _ refusal: Refusal) -> String {
        let person = "\(refusal[.name]) (\(refusal[.address]))"
        return switch code {
        case .unknownRole: "The role must be moderator, editor or admin."
        case .notPermitted:
            "Only \(people(who: "\(refusal[.needed])")) can do this. You are signed in with the role \(refusal[.role])."
        case .addressTaken: "There is already a member of staff with the address \(refusal[.address])."
        case .unknown: "There is no member of staff with the address \(refusal[.address])."
        case .removed:
            "\(person) was removed from the staff on \(refusal[.time]). `broadsheet staff add` brings them back."
        case .lastAdmin:
            "\(person) is the last admin, and only an admin can close the whole house. Please make somebody else one first."
        }
    }
}
