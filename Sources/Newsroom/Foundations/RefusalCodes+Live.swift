extension Refusal {
    /// Live coverage and its entries.
    package enum LiveCode: String, RefusalCode {
        /// The story was never live, or its coverage has ended.
        case notLive, ended
        /// The entry is removed.
        case removed
        /// Somebody else has edited the entry since the form was made.
        case changedMeanwhile
        /// The form has added an entry already, with another text.
        case postedAlready
        case tooManyKeyPoints
        /// Readers would not see a part of the entry: a picture, the address of a link, a footnote, or all of it.
        case hasPicture, losesAddress, losesFootnote, showsNothing
        /// A form without a decision.
        case noAct

        package var kind: Kind {
            switch self {
            case .notLive, .ended: .closed
            case .removed: .gone
            case .changedMeanwhile, .postedAlready: .conflict
            case .tooManyKeyPoints, .hasPicture, .losesAddress, .losesFootnote, .showsNothing, .noAct: .invalid
            }
        }
    }
}
