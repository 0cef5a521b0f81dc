/// Why a bucket did not do what was asked of it.
package enum BucketFault: Error, Sendable, Hashable {
    /// What its address or the environment lacks, as a sentence.
    case notSet(String)
    /// It did not answer in time, or said that it cannot at the moment: the same may succeed later.
    case unreachable(String)
    /// It does not do this: the keys are wrong, or may not, or there is no such bucket. With its own word for it.
    case refused(status: Int, code: String)
    /// It answered something else than was asked for.
    case unexpected(String)
}

extension BucketFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notSet(let sentence): sentence
        case .unreachable(let cause): "does not answer: \(cause)"
        case .refused(let status, let code): "refuses: \(status) \(code)"
        case .unexpected(let finding): "answers what was not asked for: \(finding)"
        }
    }
}
