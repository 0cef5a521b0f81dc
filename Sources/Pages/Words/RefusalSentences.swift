import Newsroom

/// The English sentence for each refusal: what is wrong, and what to do about it.
enum RefusalSentences {
    static func sentence(of refusal: Refusal) -> String {
        switch refusal.code {
        case .text(let code): text(code, refusal)
        case .password(let code): password(code, refusal)
        case .signIn(let code): signIn(code)
        case .staff(let code): staff(code, refusal)
        case .link(let code): link(code, refusal)
        case .account(let code): account(code, refusal)
        case .missing(let code): missing(code)
        case .story(let code): story(code, refusal)
        case .comment(let code): comment(code)
        case .deletion(let code): deletion(code)
        case .report(let code): report(code)
        case .suggestion(let code): suggestion(code, refusal)
        case .ruling(let code): ruling(code, refusal)
        case .redaction(let code): redaction(code)
        case .discussion(let code): discussion(code)
        case .live(let code): live(code, refusal)
        case .job(let code): job(code)
        case .draft(let code): draft(code, refusal)
        case .name(let code): name(code)
        case .email(let code): email(code, refusal)
        case .request(let code): request(code, refusal)
        case .service(let code): service(code)
        case .picture(let code): picture(code, refusal)
        case .delivery(let code): delivery(code, refusal)
        case .database(let code): database(code, refusal)
        case .move(let code): move(code, refusal)
        }
    }

    private static func text(_ code: Refusal.TextCode, _ refusal: Refusal) -> String {
        let subject = TextRule.Subject(rawValue: refusal[.text])
        let label = subject.map(label(of:)) ?? "This"
        let wanted = subject.flatMap(wanted)
        switch code {
        case .missing: return wanted.map { "Enter \($0)." } ?? "\(label) is missing."
        case .tooShort where subject == .emailAddress:
            return text(.noEmailAddress, refusal)
        case .tooShort:
            let minimum = "at least \(refusal[.minimum]) characters"
            return wanted.map { "Enter \($0) of \(minimum)." } ?? "\(label) needs \(minimum)."
        case .tooLong:
            let excess = refusal.number(.length) - refusal.number(.limit)
            let characters = excess == 1 ? "1 character" : "\(excess.grouped) characters"
            return "\(label) is \(characters) too long (limit \(refusal[.limit]))."
        case .unprintable: return "\(label) contains a character that cannot be printed. Please remove it."
        case .tooManyMarks:
            return "\(label) has more than \(refusal[.limit]) accent marks on one letter. Please remove some."
        case .notUTF8: return "We could not read some characters. Replace each \u{FFFD} and try again."
        case .noEmailAddress: return "Enter an e-mail address such as name@example.org."
        }
    }

    /// The name of a text to enter; `nil` for a text that comes only from deliveries.
    private static func wanted(_ subject: TextRule.Subject) -> String? {
        switch subject {
        case .commentName, .accountName, .staffName, .viewName: "a name"
        case .commentText: "a comment"
        case .reportNote, .draftNote, .deskNote: "a note"
        case .rulingSentence: "a note to the commenter"
        case .correctionNote: "a note to readers"
        case .liveEntry: "a text for the entry"
        case .suggestionAnswer: "an answer to the sender"
        case .decisionReason: "a reason"
        case .emailAddress: "an e-mail address"
        case .guid, .headline, .byline, .topicName, .standfirst, .body, .signOff, .caption, .credit, .rights, .place,
            .passage, .alternativeText, .copyright, .usageTerms, .suggestionWrong,
            .suggestionCorrect, .suggestionEvidence:
            nil
        }
    }

    /// The name of a field at the beginning of a sentence.
    private static func label(of subject: TextRule.Subject) -> String {
        switch subject {
        case .commentName, .accountName: "Your name"
        case .commentText: "Your comment"
        case .reportNote: "Your note"
        case .rulingSentence: "The note to the commenter"
        case .correctionNote: "The note to readers"
        case .liveEntry: "The entry"
        case .suggestionWrong: "The text about what is wrong"
        case .suggestionCorrect: "The text about what is right"
        case .suggestionEvidence: "The text about how you know"
        case .suggestionAnswer: "The answer"
        case .decisionReason: "The reason"
        case .staffName, .viewName: "The name"
        case .emailAddress: "The e-mail address"
        case .guid: "The guid"
        case .headline: "The headline"
        case .byline: "The byline"
        case .topicName: "A topic name"
        case .standfirst: "The standfirst"
        case .body: "The text"
        case .signOff: "The sign-off"
        case .caption: "The caption"
        case .credit: "The credit"
        case .rights: "The rights statement"
        case .place: "The place"
        case .draftNote, .deskNote: "The note"
        case .passage: "The passage"
        case .alternativeText: "The description"
        case .copyright: "The copyright notice"
        case .usageTerms: "The text of the usage terms"
        }
    }

    private static func password(_ code: Refusal.PasswordCode, _ refusal: Refusal) -> String {
        let fault: String
        switch code {
        case .length: return "Enter a password of \(refusal[.minimum]) to \(refusal[.limit]) characters."
        case .repetition: fault = "This password repeats a short part."
        case .tooFewCharacters: fault = "This password has fewer than \(refusal[.minimum]) different characters."
        case .keyRow:
            fault = "This password is a sequence, or follows the keys of a keyboard."
        case .emailAddress: fault = "This password is too close to the e-mail address."
        case .common: fault = "This password is too common."
        }
        return "\(fault) Choose one that is hard to guess, such as several unrelated words."
    }

    private static func signIn(_ code: Refusal.SignInCode) -> String {
        switch code {
        case .wrongPassword: "Wrong e-mail address or password."
        case .signedOut: "You are signed out. Sign in and try again."
        case .tooMany: "Too many people are signing in right now. Please try again in a few seconds."
        }
    }

    /// The roles that have a permission, such as "moderators, editors and admins".
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
        case .unknownRole: "The role must be reporter, moderator, editor or admin."
        case .notPermitted:
            "Only \(people(who: "\(refusal[.needed])")) can do this. Your role is \(refusal[.role])."
        case .addressTaken: "A member of staff already has the address \(refusal[.address])."
        case .unknown: "No member of staff has the address \(refusal[.address])."
        case .removed:
            "\(person) was removed from the staff on \(refusal[.time]). Restore them with `broadsheet staff add`."
        case .lastAdmin:
            "\(person) is the last admin. Make somebody else an admin first."
        }
    }
}
