import Newsroom

/// Refusals that concern the writing of stories.
extension RefusalSentences {
    private static func problems(_ refusal: Refusal) -> String {
        guard let check = PublicationCheck(rawValue: "\(refusal[.key])") else {
            return "This story cannot be published yet. Solve its problems first."
        }
        let problem = DraftWords().problem(PublicationProblem(check, "\(refusal[.reason])"))
        return "This story is scheduled, so it must stay complete. \(problem)"
    }

    /// A typed time, with a space between the day and the hour.
    private static func time(_ refusal: Refusal) -> String {
        "\(refusal[.key])".replacing("T", with: " ")
    }

    static func draft(_ code: Refusal.DraftCode, _ refusal: Refusal) -> String {
        switch code {
        case .noCredit:
            "Write each credit as a role, a colon and a name, such as “Reporting: Ada Example (Porto)”. "
                + "This line has no role or no name: “\(refusal[.key])”."
        case .noStory: "There is no story “\(refusal[.key])”. Enter the number or the address of a story."
        case .noPicture: "There is no picture “\(refusal[.key])”. Enter the numbers of pictures."
        case .noLanguage: "Enter the language as a short code, such as en, de or ar."
        case .noCorrectionNote:
            "Tell readers in the note what was wrong and what is right. A correction or a clarification needs one."
        case .noTime: "Enter a date and a time, such as 2027-01-31 18:00."
        case .skippedTime:
            "There is no \(time(refusal)) here, because clocks go forward. Choose a time before or after that hour."
        case .doubleTime:
            "\(time(refusal)) comes twice, because clocks go back. Choose the first or the second time."
        case .tooManyTopics: "A story has at most \(refusal[.limit]) topics."
        case .tooManyCredits: "A story has at most \(refusal[.limit]) credits."
        case .tooManyNotes:
            "This draft has \(refusal[.limit]) notes, and that is the limit. Use the field “Note to the desk” instead."
        case .hasProblems: problems(refusal)
        case .changedMeanwhile:
            "\(refusal[.name]) has saved this draft since you opened it. Nothing was overwritten."
        case .takenOver:
            "\(refusal[.name]) is writing this draft now, so nothing of yours was saved."
        case .otherState: "Somebody has submitted, scheduled or published this draft meanwhile. Open it again."
        case .storyChanged:
            "The agency has sent a newer version of this story. Put both texts together, then publish the draft."
        case .closedToYou: "You can change only your own drafts, and only until an editor schedules or publishes them."
        case .otherPerson: "Somebody else has signed in here. Sign in again to go on."
        }
    }
}
