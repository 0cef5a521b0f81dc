extension Refusal {
    /// Identifies a refusal. These are all codes of Broadsheet, grouped by subject.
    package enum Code: Sendable, Hashable, CaseIterable {
        case text(TextCode)
        case password(PasswordCode)
        case signIn(SignInCode)
        case staff(StaffCode)
        case link(LinkCode)
        case account(AccountCode)
        case missing(MissingCode)
        case story(StoryCode)
        case comment(CommentCode)
        case deletion(DeletionCode)
        case report(ReportCode)
        case suggestion(SuggestionCode)
        case ruling(RulingCode)
        case redaction(RedactionCode)
        case discussion(DiscussionCode)
        case live(LiveCode)
        case job(JobCode)
        case draft(DraftCode)
        case name(NameCode)
        case email(EmailCode)
        case request(RequestCode)
        case service(ServiceCode)
        case picture(PictureCode)
        case delivery(DeliveryCode)
        case database(DatabaseCode)
        case move(MoveCode)

        package static let allCases: [Code] = {
            let areas: [[Code]] = [
                TextCode.allCases.map(Code.text),
                PasswordCode.allCases.map(Code.password),
                SignInCode.allCases.map(Code.signIn),
                StaffCode.allCases.map(Code.staff),
                LinkCode.allCases.map(Code.link),
                AccountCode.allCases.map(Code.account),
                MissingCode.allCases.map(Code.missing),
                StoryCode.allCases.map(Code.story),
                CommentCode.allCases.map(Code.comment),
                DeletionCode.allCases.map(Code.deletion),
                ReportCode.allCases.map(Code.report),
                SuggestionCode.allCases.map(Code.suggestion),
                RulingCode.allCases.map(Code.ruling),
                RedactionCode.allCases.map(Code.redaction),
                DiscussionCode.allCases.map(Code.discussion),
                LiveCode.allCases.map(Code.live),
                JobCode.allCases.map(Code.job),
                DraftCode.allCases.map(Code.draft),
                NameCode.allCases.map(Code.name),
                EmailCode.allCases.map(Code.email),
                RequestCode.allCases.map(Code.request),
                ServiceCode.allCases.map(Code.service),
                PictureCode.allCases.map(Code.picture),
                DeliveryCode.allCases.map(Code.delivery),
                DatabaseCode.allCases.map(Code.database),
                MoveCode.allCases.map(Code.move),
            ]
            return areas.flatMap(\.self)
        }()

        /// The stable name, such as `text.tooLong`. Machines read it, so it must not change.
        package var name: String { "\(area.name).\(area.code.rawValue)" }

        package var kind: Kind { area.code.kind }

        private var area: (name: String, code: any RefusalCode) {
            switch self {
            case .text(let code): ("text", code)
            case .password(let code): ("password", code)
            case .signIn(let code): ("signIn", code)
            case .staff(let code): ("staff", code)
            case .link(let code): ("link", code)
            case .account(let code): ("account", code)
            case .missing(let code): ("missing", code)
            case .story(let code): ("story", code)
            case .comment(let code): ("comment", code)
            case .deletion(let code): ("deletion", code)
            case .report(let code): ("report", code)
            case .suggestion(let code): ("suggestion", code)
            case .ruling(let code): ("ruling", code)
            case .redaction(let code): ("redaction", code)
            case .discussion(let code): ("discussion", code)
            case .live(let code): ("live", code)
            case .job(let code): ("job", code)
            case .draft(let code): ("draft", code)
            case .name(let code): ("name", code)
            case .email(let code): ("email", code)
            case .request(let code): ("request", code)
            case .service(let code): ("service", code)
            case .picture(let code): ("picture", code)
            case .delivery(let code): ("delivery", code)
            case .database(let code): ("database", code)
            case .move(let code): ("move", code)
            }
        }
    }
}

/// The codes of one subject. Each has a kind here and a message in `Pages/Words`.
package protocol RefusalCode: RawRepresentable<String>, CaseIterable, Sendable, Hashable {
    var kind: Refusal.Kind { get }
}
